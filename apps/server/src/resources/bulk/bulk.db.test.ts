import type { BulkAction, Selection } from '@pipewright/contract'
import { appUnderTest, query, signedInMember, type TestClient } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = { workspace: 'acme' }
const params = { ...workspace, form: 'account' }

async function setUp(count = 3) {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const account = async (name: string, values = {}, by: TestClient = owner) =>
    by.call('createRecord', { params, body: { values: { name, ...values } } })
  const made = []
  for (let n = 0; n < count; n += 1) made.push(await account(`A${n}`))
  const start = (selection: Selection, action: BulkAction, by: TestClient = owner) =>
    by.call('startBulk', { params, body: { selection, action } })
  const read = (id: string) => owner.call('getRecord', { params: { ...params, id } })
  const ended = async (id: string, by: TestClient = owner) => {
    await expect
      .poll(async () => (await by.call('getBulkJob', { params: { ...workspace, id } })).state, {
        timeout: 20_000,
      })
      .not.toBe('running')
    return by.call('getBulkJob', { params: { ...workspace, id } })
  }
  const ids = made.map(({ id }) => id)
  return { world, owner, account, made, ids, start, read, ended, [Symbol.asyncDispose]: world.close }
}

const edit = (...changes: Extract<BulkAction, { type: 'edit' }>['changes']): BulkAction => ({
  type: 'edit',
  changes,
})

test('few records are changed at once: fixed, emptied, calculated, and the ledger names the job', async () => {
  await using at = await setUp()
  const { owner, ids, start, read } = at
  const job = await start(
    { ids },
    edit(
      { field: 'phone', way: 'set', value: '+44 20 7946 0000' },
      {
        field: 'notes',
        way: 'calculate',
        expression: { concat: [{ var: 'name' }, ' / ', { var: 'phone' }] },
      },
    ),
  )
  expect(job).toMatchObject({ state: 'done', total: 3, done: 3, refused: 0 })
  expect((await read(ids[1] ?? '')).values['phone']).toContain('7946')
  const { events } = await owner.call('getHistory', { params: { ...params, id: ids[0] ?? '' } })
  expect(events[0]?.cause).toEqual({ type: 'bulk', id: job.id })
  const tag = (way: 'add' | 'remove', ...values: string[]) =>
    start({ ids }, edit({ field: 'tags', way, values }))
  await tag('add', 'reference', 'fast_payer')
  await tag('add', 'fast_payer', 'slow_payer')
  await tag('remove', 'reference')
  await start({ ids }, edit({ field: 'phone', way: 'clear' }))
  const { values } = await read(ids[2] ?? '')
  expect(values).toMatchObject({ phone: null, notes: 'A2 /', tags: ['fast_payer', 'slow_payer'] })
})

test('a selection of everything that matches is fixed when the job begins, without what was taken out', async () => {
  await using at = await setUp(60)
  const { owner, ids, account, start, ended, read } = at
  const [left = ''] = ids
  const all: Selection = { all: { filter: { startsWith: [{ var: 'name' }, 'A'] }, except: [left] } }
  const job = await start(all, edit({ field: 'name', way: 'set', value: 'Changed' }))
  const late = await account('A late')
  expect(job.total).toBe(59)
  expect(await ended(job.id)).toMatchObject({ state: 'done', done: 59, refused: 0 })
  expect((await read(left)).title).toBe('A0')
  expect((await read(late.id)).title).toBe('A late')
  const { records, next } = await owner.call('listBulkResults', {
    params: { ...workspace, id: job.id },
    query: {},
  })
  expect([records.length, next, records[0]?.title]).toEqual([59, null, 'Changed'])
})

test('each record is checked by itself; what is refused is kept with its reason, and given as a file', async () => {
  await using at = await setUp()
  const { world, owner, ids, start, ended } = at
  await query(world.databaseUrl, `update ws_acme.account set locked_by = gen_random_uuid() where id = $1`, [
    ids[1],
  ])
  const job = await start({ ids }, edit({ field: 'name', way: 'set', value: 'New' }))
  expect(await ended(job.id)).toMatchObject({ done: 2, refused: 1 })
  const { records } = await owner.call('listBulkResults', {
    params: { ...workspace, id: job.id },
    query: { which: 'refused' },
  })
  expect(records).toMatchObject([{ id: ids[1], title: 'A1', refusal: { code: 'locked' } }])
  const file = await owner.send({
    method: 'POST',
    url: `/api/w/acme/bulk-jobs/${job.id}/file`,
    body: { format: 'csv' },
  })
  expect(file.body).toContain('A1')
  expect(file.body.split('\n').length).toBeGreaterThanOrEqual(4)
})

test('a preview does it and takes it back', async () => {
  await using at = await setUp()
  const { owner, ids, read } = at
  const preview = await owner.call('previewBulk', {
    params,
    body: { selection: { all: {} }, action: edit({ field: 'name', way: 'set', value: 'New' }) },
  })
  expect(preview).toMatchObject({ count: 3, exact: true })
  expect(preview.rows.map(({ before, after }) => [before.title, after?.title])).toEqual([
    ['A0', 'New'],
    ['A1', 'New'],
    ['A2', 'New'],
  ])
  expect((await read(ids[0] ?? '')).title).toBe('A0')
  const { events } = await owner.call('getHistory', { params: { ...params, id: ids[0] ?? '' } })
  expect(events).toHaveLength(1)
})

test('whoever may not change records begins nothing; another sees no job; an expression tells no hidden field', async () => {
  await using at = await setUp()
  const { world, owner, ids, start } = at
  const job = await start({ ids }, { type: 'delete' })
  const rep = await signedInMember(world, { workspace: 'acme', roles: ['rep'] })
  const foreign = rep.browser.call('getBulkJob', { params: { ...workspace, id: job.id } })
  expect((await rep.browser.problem(foreign)).code).toBe('not-found')
  const unknown = start({ ids }, edit({ field: 'name', way: 'calculate', expression: { var: 'secret' } }))
  expect((await owner.problem(unknown)).code).toBe('invalid')
  const sum = start({ ids }, edit({ field: 'name', way: 'calculate', expression: { '+': [1, 2] } }))
  expect((await owner.problem(sum)).code).toBe('invalid')
})

test('an edit of many is taken back as one', async () => {
  await using at = await setUp()
  const { owner, ids, start, read } = at
  const job = await start({ ids }, edit({ field: 'name', way: 'set', value: 'New' }))
  const into = job.id.replace(/^.{8}/, 'ffffffff')
  const undone = await owner.call('undoChange', { params: { ...workspace, id: job.id }, body: { into } })
  expect([undone.done.length, undone.left, undone.refused, undone.next]).toEqual([3, [], [], null])
  expect((await read(ids[1] ?? '')).title).toBe('A1')
})

test('deleted records come back by a job over the recycle bin', async () => {
  await using at = await setUp()
  const { owner, ids, start } = at
  await start({ ids }, { type: 'delete' })
  const count = async (deleted: boolean) =>
    (await owner.call('countRecords', { params, body: { deleted } })).count
  expect([await count(false), await count(true)]).toEqual([0, 3])
  expect(await start({ all: {} }, { type: 'restore' })).toMatchObject({ done: 3 })
  expect([await count(false), await count(true)]).toEqual([3, 0])
})

test('a job is stopped, goes on, and is taken up by another server where a killed one left it', async () => {
  await using at = await setUp(2)
  const { world, owner, ids, start, ended } = at
  const job = await start({ ids }, edit({ field: 'name', way: 'set', value: 'Once' }))
  const at2 = { params: { ...workspace, id: job.id }, body: {} }
  expect((await owner.problem(owner.call('cancelBulk', at2))).code).toBe('bulk-state')
  // As a killed server leaves it: one record done, the job not.
  await query(
    world.databaseUrl,
    `update ws_acme._bulk_record set state = 'waiting' where job = $1 and record = $2`,
    [job.id, ids[1]],
  )
  await query(world.databaseUrl, `update ws_acme._bulk_job set state = 'cancelled', done = 1 where id = $1`, [
    job.id,
  ])
  await query(world.databaseUrl, `update ws_acme.account set name = 'Other'`)
  await owner.call('continueBulk', at2)
  expect(await ended(job.id)).toMatchObject({ state: 'done', total: 2, done: 2 })
  const titles = await query<{ name: string }>(
    world.databaseUrl,
    `select name from ws_acme.account order by name`,
  )
  expect(titles.map(({ name }) => name)).toEqual(['Once', 'Other'])
})
