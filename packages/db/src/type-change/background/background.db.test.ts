import type { Field } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../connection/connect.ts'
import type { Database } from '../../connection/connection.ts'
import type { WorkspaceRef } from '../../connection/workspace-ref.ts'
import { saveEdits } from '../../drafts/edit-draft.ts'
import { getDraft } from '../../drafts/draft.ts'
import { draftImpact, publishDraft } from '../../drafts/publish-draft.ts'
import { migrate } from '../../migrations/migrate.ts'
import { checkCatalogue } from '../../publish/check-catalogue.ts'
import { publish } from '../../publish/publish.ts'
import { cancelTypeChange } from './cancel-type-change.ts'
import { settleTypeChange } from './settle-type-change.ts'
import { ann, bob, converting, idOf, leads, now } from './testing/converting.ts'

let database: Database
let drop: () => Promise<void>

beforeAll(async () => {
  const fresh = await freshDatabase()
  drop = fresh.drop
  database = connect({ url: fresh.url, poolSize: 6 })
  await migrate(database, { now })
})
afterAll(async () => {
  await database.close()
  await drop()
})

const leftOver = (workspace: WorkspaceRef) =>
  database.query({
    text: `select attname::text as name from pg_attribute where attrelid = $1::regclass and not attisdropped and attname like '\\_next%'
      union all select tgname::text from pg_trigger where tgrelid = $1::regclass and not tgisinternal`,
    values: [`${workspace.schema}.lead`],
  })

const seven = ['1', '2', 'about 3', '4', null, '6', '7']

test('SC-11: a long change of type goes on where it was stopped; until it is through the old values are read and written', async () => {
  const at = await converting(database, seven)
  // Checks, and fills two rows at a time.
  expect(await at.settle(3)).toBe('stopped')
  expect(await at.progress()).toMatchObject({ state: 'filling', done: 4, total: 7, member: ann })
  expect(await at.read()).toEqual(seven)
  expect(await at.revision()).toBe(1)
  await at.run('update ws.lead set value = $2 where id = $1', [idOf(0), '11'])
  expect(await at.settle(1)).toBe('stopped')
  expect(await at.progress()).toMatchObject({ done: 6 })
  expect(await at.settle()).toBe('done')
  expect(await at.read()).toEqual(['11.00', '2.00', null, '4.00', null, '6.00', '7.00'])
  expect(await at.revision()).toBe(2)
  expect(await at.run('select _was_2_value as was from ws.lead order by id')).toEqual(
    ['11', '2', 'about 3', '4', null, '6', '7'].map((was) => ({ was })),
  )
  expect(await at.progress()).toBeUndefined()
  expect((await getDraft(database, at.workspace, ann)).changes).toEqual([])
  expect(await leftOver(at.workspace)).toEqual([])
  expect(await checkCatalogue(database, at.workspace)).toEqual([])
})

test('SC-11: a batch that is cut off in the middle leaves nothing of itself, and is done again', async () => {
  const at = await converting(database, seven)
  await at.settle(2)
  const before = await at.progress()
  const dying: Database = {
    ...database,
    transaction: (work, options) =>
      database.transaction(async (tx) => {
        await work(tx)
        throw new Error('killed')
      }, options),
  }
  const host = { isStopping: () => false, now: () => now, batch: 2 }
  await expect(settleTypeChange(dying, at.workspace, host)).rejects.toThrow('killed')
  expect(await at.progress()).toEqual(before)
  expect(await at.read()).toEqual(seven)
  expect(await at.settle()).toBe('done')
  expect(await at.read()).toEqual(['1.00', '2.00', null, '4.00', null, '6.00', '7.00'])
})

test('SC-11: what is written, made and removed meanwhile is converted too, deleted records as well', async () => {
  const at = await converting(database, seven)
  await at.settle(4)
  await at.run('update ws.lead set value = $2 where id = $1', [idOf(0), '1,000'])
  await at.run('update ws.lead set value = $2, deleted_at = $3 where id = $1', [idOf(1), '22', now])
  await at.run('delete from ws.lead where id = $1', [idOf(3)])
  await at.write(2000, '8')
  await at.write(2001, '9')
  expect(await at.settle()).toBe('done')
  expect(await at.read()).toEqual(['1000.00', '22.00', null, null, '6.00', '7.00', '8.00', '9.00'])
})

test('SC-11: writers and the conversion at once: every value is what was written last', async () => {
  const at = await converting(
    database,
    Array.from({ length: 60 }, (_, n) => String(n)),
  )
  let done = false
  const writer = async (first: number) => {
    for (let n = first; !done; n += 1)
      await at
        .run('update ws.lead set value = $2, name = $2 where id = $1', [idOf((n * 7) % 60), String(n)])
        .catch((error: unknown) => {
          // The column is a number from now on: whoever writes text to it is too late.
          if (!done) done = (error as { code?: string }).code === '42804'
        })
  }
  const writers = [writer(100), writer(5000), writer(9000)]
  let settled = await at.settle(1000, 40)
  while (settled === 'busy') settled = await at.settle(1000, 40)
  done = true
  await Promise.all(writers)
  expect(settled).toBe('done')
  const rows = await at.run<{ value: string; name: string; id: string }>(
    'select value, name, _was_2_value as was from ws.lead',
  )
  for (const row of rows)
    expect({ ...row, was: `${(row as { was?: string }).was}.00` }).toMatchObject({ was: row.value })
})

test('SC-11: a value that does not convert and was written after the look waits for the builder, who looks again or cancels', async () => {
  const at = await converting(database, seven)
  await at.settle(4)
  await at.run('update ws.lead set value = $2 where id = $1', [idOf(0), 'a lot'])
  expect(await at.settle()).toBe('idle')
  expect(await at.progress()).toMatchObject({ state: 'waiting', reason: 'impact-changed' })
  expect(await at.revision()).toBe(1)
  expect((await at.read())[0]).toBe('a lot')
  // Looked at again: the impact names the new value.
  expect(await at.put()).toMatchObject({ ok: true, converting: true })
  expect(await at.settle()).toBe('done')
  expect(await at.read()).toEqual([null, '2.00', null, '4.00', null, '6.00', '7.00'])
  expect(await at.run('select _was_2_value as was from ws.lead where id = $1', [idOf(0)])).toEqual([
    { was: 'a lot' },
  ])
})

test('SC-03, SC-11: records that changed between the look and the beginning are not converted unseen', async () => {
  const at = await converting(database, seven)
  await cancelTypeChange(database, at.workspace)
  const { version } = await getDraft(database, at.workspace, ann)
  const { token } = await draftImpact(database, at.workspace, ann)
  await at.write(3000, 'unseen')
  await publishDraft(database, at.workspace, { member: ann, version, now, token, convertedAtOnce: 3 })
  expect(await at.settle()).toBe('idle')
  expect(await at.progress()).toMatchObject({ state: 'waiting', reason: 'impact-changed' })
  expect(await at.revision()).toBe(1)
})

test('SC-11: cancelled, it leaves no trace but its draft, and can be begun again', async () => {
  const at = await converting(database, seven)
  await at.settle(3)
  expect(await cancelTypeChange(database, at.workspace)).toBe(true)
  expect(await cancelTypeChange(database, at.workspace)).toBe(false)
  expect(await leftOver(at.workspace)).toEqual([])
  expect(await at.settle()).toBe('idle')
  expect(await at.read()).toEqual(seven)
  expect((await getDraft(database, at.workspace, ann)).changes).toHaveLength(1)
  expect(await at.put()).toMatchObject({ converting: true })
  expect(await at.settle()).toBe('done')
})

test('SC-05, SC-11: a long reader delays the last step, which then goes through; writers are not kept waiting behind it', async () => {
  const at = await converting(database, seven)
  await at.settle(5)
  const released = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const reading = database.transaction(async (tx) => {
    await tx.query({ text: `select count(*) from ${at.workspace.schema}.lead`, values: [] })
    begun.resolve()
    await released.promise
  })
  await begun.promise
  expect(await at.settle()).toBe('busy')
  expect(await at.read()).toEqual(seven)
  released.resolve()
  await reading
  expect(await at.settle()).toBe('done')
})

test('SC-06, SC-11: nobody publishes past it; what its builder drafted since stays', async () => {
  const at = await converting(database, seven)
  const other = { ...leads(), name: { en: 'Other', zh: '其他' } }
  const past = await publish(database, at.workspace, {
    definition: other,
    base: 1,
    by: bob,
    changes: [],
    now,
  })
  expect(past).toEqual({ ok: false, problem: 'type-change-running' })
  const { version } = await getDraft(database, at.workspace, ann)
  const note: Field = { type: 'text', key: 'note', label: { en: 'Note', zh: '备注' } }
  const edits = [
    { type: 'addField' as const, form: 'lead', field: note, section: 'main', index: 0, write: [], read: [] },
  ]
  await saveEdits(database, at.workspace, { member: ann, version, now, edits })
  expect(await at.settle()).toBe('done')
  const draft = await getDraft(database, at.workspace, ann)
  expect(draft).toMatchObject({ base: 1, published: 2 })
  expect(draft.definition.forms[0]?.fields.map(({ key }) => key)).toContain('note')
})

test('SC-11: two processes at once convert each value once and put it in force once', async () => {
  const at = await converting(
    database,
    Array.from({ length: 41 }, (_, n) => String(n)),
  )
  const settled = await Promise.all([at.settle(), at.settle(), at.settle()])
  expect(settled).toContain('done')
  expect(await at.revision()).toBe(2)
  expect(await at.read()).toEqual(Array.from({ length: 41 }, (_, n) => `${n}.00`))
})
