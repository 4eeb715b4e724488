import { ProblemError } from '@pipewright/contract'
import { appUnderTest, query, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = { workspace: 'acme' }

async function aWorld() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const create = async (form: string, values: Record<string, unknown>) => {
    const params = { ...workspace, form }
    return (await owner.call('createRecord', { params, body: { values: values as never } })).id
  }
  const remove = async (form: string, id: string) => {
    const { version } = await owner.call('getRecord', { params: { ...workspace, form, id } })
    await owner.call('deleteRecord', {
      params: { ...workspace, form, id },
      query: { version: String(version) },
    })
  }
  const list = (filter = {}, after?: string) =>
    owner.call('listBin', { params: workspace, body: { filter, ...(after === undefined ? {} : { after }) } })
  return { world, owner, create, remove, list, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

const codeOf = (error: unknown) => (error instanceof ProblemError ? error.problem.code : String(error))

test('the bin shows what was deleted in every form, last first, by whom, narrowed and page by page', async () => {
  await using at = await aWorld()
  const { owner, create, remove, list } = at
  const account = await create('account', { name: 'Acme' })
  const product = await create('product', { name: 'Bolt', code: 'B', list_price: '1.00' })
  await remove('account', account)
  await remove('product', product)
  const me = (await owner.call('getApp', { params: workspace })).member.id
  const { rows, keepDays } = await list()
  expect(rows).toMatchObject([
    { form: 'product', id: product, title: 'Bolt', member: me, root: null, along: 0 },
    { form: 'account', id: account, title: 'Acme', member: me },
  ])
  expect(keepDays).toBeNull()
  expect((await list({ search: 'Acme' })).rows.map(({ id }) => id)).toEqual([account])
  expect((await list({ forms: ['product'] })).rows.map(({ id }) => id)).toEqual([product])
  expect((await list({ until: rows[0]?.at })).rows.map(({ id }) => id)).not.toContain(product)
  await query(
    at.world.databaseUrl,
    `with made as (insert into ws_acme.account (id, created_at, updated_at, deleted_at, name)
      select gen_random_uuid(), now(), now(), '2026-01-01', 'old' from generate_series(1, 60) returning id)
      insert into ws_acme._gone (record, form, at) select id, 'account', '2026-01-01' from made`,
  )
  const first = await list()
  const second = await list({}, first.next ?? '')
  expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 12, null])
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(62)
})

test('records of several forms come back as one change of many, shown before, and undone as one', async () => {
  await using at = await aWorld()
  const { owner, create, remove, list } = at
  const one = await create('account', { name: 'Acme' })
  const two = await create('product', { name: 'Bolt', code: 'B', list_price: '1.00' })
  await remove('account', one)
  await remove('product', two)
  const body = { selection: { ids: [one, two] } }
  const preview = await owner.call('previewRestore', { params: workspace, body })
  expect(preview).toMatchObject({ count: 2, exact: true })
  expect(new Set(preview.rows.map(({ form, refusal }) => [form, refusal].join()))).toEqual(
    new Set(['account,', 'product,']),
  )
  expect((await list()).rows).toHaveLength(2)
  const job = await owner.call('restoreMany', { params: workspace, body })
  expect(job).toMatchObject({ state: 'done', form: null, total: 2, done: 2, mayUndo: true })
  expect((await list()).rows).toEqual([])
  const undone = await owner.call('undoBulk', { params: { ...workspace, id: job.id }, body: {} })
  expect(undone).toMatchObject({ state: 'done', done: 2 })
  expect((await list()).rows).toHaveLength(2)
})

test('what came back goes into the bin again where it is said, as one step', async () => {
  await using at = await aWorld()
  const { owner, create, remove, list } = at
  const one = await create('account', { name: 'Acme' })
  const two = await create('product', { name: 'Bolt', code: 'B', list_price: '1.00' })
  await remove('account', one)
  await remove('product', two)
  const job = await owner.call('restoreMany', { params: workspace, body: { selection: { ids: [one, two] } } })
  expect((await list()).rows).toEqual([])
  const into = '0199f7a0-0000-7000-8000-000000000001'
  await owner.call('undoChange', { params: { ...workspace, id: job.id }, body: { into } })
  expect(new Set((await list()).rows.map(({ id }) => id))).toEqual(new Set([one, two]))
})

test('deleting for good takes rows, comments and values with it, keeps the fact, and holds to what was shown', async () => {
  await using at = await aWorld()
  const { owner, create, remove } = at
  const account = await create('account', { name: 'Secret name' })
  await owner.call('createComment', {
    params: { ...workspace, form: 'account', id: account },
    body: { text: 'to be lost' },
  })
  await owner.call('addReceivedMail', {
    params: { ...workspace, form: 'account', id: account },
    body: {
      from: { address: 'a@b.example' },
      to: [],
      subject: 'Hi',
      text: 'x',
      at: '2026-01-02T00:00:00.000Z',
    },
  })
  await remove('account', account)
  const selection = { ids: [account] }
  const loss = await owner.call('measureLoss', { params: workspace, body: { selection } })
  expect(loss).toEqual({ records: 1, along: 0, files: 0, bytes: 0, comments: 1, mails: 1, tasks: 0 })
  const wrong = owner.call('purgeMany', { params: workspace, body: { selection, expected: 2 } })
  expect(codeOf(await wrong.catch((error: unknown) => error))).toBe('invalid')
  const job = await owner.call('purgeMany', { params: workspace, body: { selection, expected: 1 } })
  expect(job).toMatchObject({ state: 'done', done: 1, mayUndo: false })
  const left = await query<{ what: string; count: string }>(
    at.world.databaseUrl,
    `select 'record' as what, count(*) from ws_acme.account where id = '${account}' union all
      select 'comment', count(*) from ws_acme._comment where record = '${account}' union all
      select 'value', count(*) from ws_acme._record_event where record = '${account}' and changes::text like '%Secret%' union all
      select 'bin', count(*) from ws_acme._gone where record = '${account}' union all
      select 'fact', count(*) from ws_acme._record_event where record = '${account}' and kind = 'purge'`,
  )
  expect(new Map(left.map(({ what, count }) => [what, Number(count)]))).toEqual(
    new Map([
      ['record', 0],
      ['comment', 0],
      ['value', 0],
      ['bin', 0],
      ['fact', 1],
    ]),
  )
})

test('who may not delete sees no bin, and who may not delete for good keeps everything', async () => {
  await using at = await aWorld()
  const { create, remove, list } = at
  const account = await create('account', { name: 'Acme' })
  await remove('account', account)
  const rep = await signedInMember(at.world, { ...workspace, roles: ['rep'] })
  const read = await rep.browser.call('listBin', { params: workspace, body: { filter: {} } })
  expect(read.rows).toEqual([])
  const selection = { ids: [account] }
  const loss = await rep.browser.call('measureLoss', { params: workspace, body: { selection } })
  expect(loss.records).toBe(0)
  const codes = [
    rep.browser.call('purgeMany', { params: workspace, body: { selection, expected: 1 } }),
    rep.browser.call('restoreMany', { params: workspace, body: { selection } }),
    rep.browser.call('setBinKeeping', { params: workspace, body: { days: 30 } }),
  ].map(async (asked) => codeOf(await asked.catch((error: unknown) => error)))
  expect(await Promise.all(codes)).toEqual(['not-found', 'not-found', 'not-allowed'])
  expect((await list()).rows.map(({ id }) => id)).toEqual([account])
})
