import { uniqueIndex } from '@pipewright/compiler'
import type { Field } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../../connection/connect.ts'
import type { Database } from '../../connection/connection.ts'
import type { WorkspaceRef } from '../../connection/workspace-ref.ts'
import { migrate } from '../../migrations/migrate.ts'
import { checkCatalogue } from '../../publish/check-catalogue.ts'
import { cancelTypeChange } from './cancel-type-change.ts'
import { settleTypeChange } from './settle-type-change.ts'
import { nextIndex } from './next-indexes.ts'
import { converting, idOf, label, leads, now } from './testing/converting.ts'

const unique: Field = { type: 'number', key: 'value', label, scale: 2, unique: true }

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

const indexes = ({ schema }: WorkspaceRef) =>
  database.query<{ name: string; valid: boolean; id: string }>({
    text: `select relname::text as name, indisvalid as valid, indexrelid::text as id from pg_index join pg_class on pg_class.oid = indexrelid
      where indrelid = $1::regclass and indisunique and not indisprimary`,
    values: [`${schema}.lead`],
  })

/** Goes on until the index of the new column is there, and not further. */
async function indexed(at: Awaited<ReturnType<typeof converting>>) {
  for (let step = 0; step < 50; step += 1) {
    const [made] = await indexes(at.workspace)
    if (made !== undefined) return made
    await at.settle(1)
  }
  throw new Error('no index was made')
}

const values = ['1', '2', 'about 3', '4', null, '6', '7']

test('SC-11: what keeps values from occurring twice is made beforehand and only takes its name in the last step', async () => {
  const at = await converting(database, values, { to: unique })
  const made = await indexed(at)
  expect(made).toMatchObject({ name: expect.stringMatching(/^_next_index_/), valid: true })
  expect(await at.revision()).toBe(1)
  expect(await at.settle()).toBe('done')
  expect(await indexes(at.workspace)).toEqual([
    { name: expect.stringMatching(/^lead_/), valid: true, id: made.id },
  ])
  expect(await checkCatalogue(database, at.workspace)).toEqual([])
  await expect(at.run('update ws.lead set value = 2 where id = $1', [idOf(0)])).rejects.toMatchObject({
    kind: 'unique',
  })
})

test('SC-11: records that change places meanwhile do not stand in each other’s way', async () => {
  const at = await converting(database, values, { to: unique })
  await indexed(at)
  const put = (position: number, value: string) =>
    at.run('update ws.lead set value = $2 where id = $1', [idOf(position), value])
  await put(1, '20')
  await put(0, '10')
  await put(1, '1')
  await put(3, '2')
  expect(await at.settle(1000, 1)).toBe('done')
  expect(await at.read()).toEqual(['10.00', '1.00', null, '2.00', null, '6.00', '7.00'])
})

test('SC-11: values that were made the same meanwhile wait for the builder; cancelled, nothing is left', async () => {
  const at = await converting(database, values, { to: unique })
  await indexed(at)
  await at.run('update ws.lead set value = $2 where id = $1', [idOf(0), '2'])
  expect(await at.settle()).toBe('idle')
  expect(await at.progress()).toMatchObject({ state: 'waiting', reason: 'publish-blocked' })
  expect((await at.read()).slice(0, 2)).toEqual(['2', '2'])
  await cancelTypeChange(database, at.workspace)
  expect(await indexes(at.workspace)).toEqual([])
})

test('SC-11: values that become the same wait for the builder before anything is locked', async () => {
  const at = await converting(database, ['1', '1.0', '2', '3'], { to: unique })
  expect(await at.settle()).toBe('idle')
  expect(await at.progress()).toMatchObject({ state: 'waiting', reason: 'publish-blocked' })
  expect(await at.read()).toEqual(['1', '1.0', '2', '3'])
})

test('SC-11: an index that was cut off in the making is made anew', async () => {
  const at = await converting(database, values, { to: unique })
  await at.settle(3)
  const name = nextIndex(uniqueIndex('lead', unique)?.name ?? '')
  // All leads have one name, so that it breaks off.
  const breaking = at.run(`create unique index concurrently ${name} on ws.lead (name)`)
  await expect(breaking).rejects.toMatchObject({ kind: 'unique' })
  const [broken] = await indexes(at.workspace)
  expect(broken).toMatchObject({ name, valid: false })
  expect(await at.settle()).toBe('done')
  const [index] = await indexes(at.workspace)
  expect(index).toMatchObject({ name: expect.stringMatching(/^lead_/), valid: true })
})

test('SC-11: what the search looks at is left to the job, however many records there are', async () => {
  const definition = leads({ searchFields: ['name', 'value'] })
  const at = await converting(database, values, { definition, to: { type: 'tags', key: 'value', label } })
  const statements: string[] = []
  const watched: Database = {
    ...database,
    transaction: (work, options) =>
      database.transaction(
        (tx) =>
          work({
            ...tx,
            query: (statement) => {
              statements.push(statement.text)
              return tx.query(statement)
            },
          }),
        options,
      ),
  }
  let left = 1000
  const host = { isStopping: () => (left -= 1) < 0, now: () => now, batch: 2 }
  expect(await settleTypeChange(watched, at.workspace, host)).toBe('done')
  expect(statements.filter((text) => text.includes('_grams'))).toEqual([])
  expect(await at.run('select form, record from ws._recalculation')).toEqual([
    { form: 'lead', record: '00000000-0000-0000-0000-000000000000' },
  ])
})
