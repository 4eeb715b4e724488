import type { BulkAction, JsonValue, Selection } from '@pipewright/contract'
import { appUnderTest, memberIdOf, query, signedInMember, type TestClient } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = 'acme'
const params = { workspace }
const quotes = { workspace, form: 'quote' }
const submit: BulkAction = { type: 'submit', workflow: 'discount_approval', comment: 'They buy again' }

/** A rep whose quotes wait for the owner of the workspace, who leads the department. */
async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const manager = await memberIdOf(world, workspace, 'ada@example.com')
  const sales = await owner.call('createDepartment', {
    params,
    body: { name: 'Sales', parent: null, manager },
  })
  const rep = await signedInMember(world, { workspace, roles: ['rep'], department: sales.id })
  const make = async (by: TestClient, form: string, values: Record<string, JsonValue>) =>
    by.call('createRecord', { params: { workspace, form }, body: { values } })
  const account = await make(rep.browser, 'account', { name: 'Tide' })
  const product = await make(owner, 'product', { code: 'S1', name: 'Server', list_price: '100', cost: '60' })
  const line = { product: product.id, quantity: '1', unit_price: '100', discount: '40' }
  const quote = (lines = 1, by: TestClient = rep.browser) =>
    make(by, 'quote', { account: account.id, items: Array.from({ length: lines }, () => line) })
  const start = (selection: Selection, action: BulkAction = submit, by: TestClient = rep.browser) =>
    by.call('startBulk', { params: quotes, body: { selection, action } })
  const refusals = async (id: string, by: TestClient = rep.browser) => {
    const asked = { params: { workspace, id }, query: { which: 'refused' } } as const
    const { records } = await by.call('listBulkResults', asked)
    return Object.fromEntries(records.map(({ title, refusal }) => [title, refusal?.code]))
  }
  const runsOf = async (id: string) =>
    (await owner.call('listRuns', { params: { ...quotes, id } })).runs.map(({ state, comment }) => ({
      state,
      comment,
    }))
  const statusOf = async (id: string) =>
    (await owner.call('getRecord', { params: { ...quotes, id } })).values['status']
  return {
    world,
    owner,
    rep,
    quote,
    start,
    refusals,
    runsOf,
    statusOf,
    [Symbol.asyncDispose]: world.close,
  }
}

test('many are submitted with one comment; what cannot be submitted is kept with its reason', async () => {
  await using at = await setUp()
  const { owner, rep, quote, start, refusals, runsOf, statusOf } = at
  const [first, second, empty, running] = [await quote(), await quote(), await quote(0), await quote()]
  await rep.browser.call('submitRecord', {
    params: { ...quotes, id: running.id, workflow: 'discount_approval' },
    body: { version: running.version, comment: 'Before' },
  })
  const job = await start({ ids: [first, second, empty, running].map(({ id }) => id) })
  expect(job).toMatchObject({ state: 'done', total: 4, done: 2, refused: 2, mayUndo: false })
  expect(await refusals(job.id)).toEqual({
    [empty.title]: 'condition-not-met',
    [running.title]: 'already-running',
  })
  expect(await runsOf(first.id)).toEqual([{ state: 'open', comment: 'They buy again' }])
  expect(await runsOf(running.id)).toEqual([{ state: 'open', comment: 'Before' }])
  expect(await runsOf(empty.id)).toEqual([])
  expect([await statusOf(second.id), await statusOf(empty.id)]).toEqual(['in_approval', 'draft'])
  const { items } = await owner.call('listTodo', { params })
  expect(items.filter(({ type }) => type === 'approval')).toHaveLength(3)
})

test('whoever may not change a record submits none of it, and an approval of another form is none here', async () => {
  await using at = await setUp()
  const { world, owner, quote, start, refusals, runsOf } = at
  const { id, title } = await quote()
  const finance = await signedInMember(world, { workspace, roles: ['finance'] })
  expect((await finance.browser.problem(start({ ids: [id] }, submit, finance.browser))).code).toBe(
    'not-allowed',
  )
  const stranger = await signedInMember(world, { workspace, roles: ['rep'] })
  // What he does not see is not even chosen.
  expect((await stranger.browser.problem(start({ ids: [id] }, submit, stranger.browser))).code).toBe(
    'not-found',
  )
  const unknown = await start({ ids: [id] }, { ...submit, workflow: 'unknown' }, owner)
  expect(unknown).toMatchObject({ done: 0, refused: 1 })
  expect(await refusals(unknown.id, owner)).toEqual({ [title]: 'not-found' })
  expect(await runsOf(id)).toEqual([])
})

test('of two who submit the same records at once each record is submitted by one', async () => {
  await using at = await setUp()
  const { world, owner, quote, start, runsOf } = at
  const ids: string[] = []
  for (let n = 0; n < 6; n += 1) ids.push((await quote()).id)
  const jobs = await Promise.all([start({ ids }), start({ ids: ids.toReversed() }, submit, owner)])
  const sum = (of: 'done' | 'refused') => jobs.reduce((all, job) => all + job[of], 0)
  expect([sum('done'), sum('refused')]).toEqual([6, 6])
  for (const id of ids) expect(await runsOf(id)).toEqual([{ state: 'open', comment: 'They buy again' }])
  const [tasks] = await query<{ count: number }>(
    world.databaseUrl,
    `select count(*)::int as count from ws_acme._approval_task`,
  )
  expect(tasks?.count).toBe(6)
})

test('a preview submits nothing and asks nobody', async () => {
  await using at = await setUp()
  const { owner, rep, quote, runsOf } = at
  const [whole, empty] = [await quote(), await quote(0)]
  const preview = await rep.browser.call('previewBulk', {
    params: quotes,
    body: { selection: { ids: [whole.id, empty.id] }, action: submit },
  })
  const tried = Object.fromEntries(
    preview.rows.map(({ before, after, refusal }) => [
      before.title,
      [after?.values['status'], refusal?.code],
    ]),
  )
  expect(tried).toEqual({
    [whole.title]: ['in_approval', undefined],
    [empty.title]: [undefined, 'condition-not-met'],
  })
  expect(await runsOf(whole.id)).toEqual([])
  expect((await owner.call('listTodo', { params })).items).toEqual([])
})

test('many submissions are not taken back as one', async () => {
  await using at = await setUp()
  const { rep, quote, start, runsOf } = at
  const { id } = await quote()
  const job = await start({ ids: [id] })
  const undo = rep.browser.call('undoBulk', { params: { workspace, id: job.id }, body: {} })
  expect((await rep.browser.problem(undo)).code).toBe('not-allowed')
  const { undo: offered, changes } = await rep.browser.call('listChanges', { params })
  expect(offered).not.toBe(job.id)
  expect(changes.map((change) => change.id)).not.toContain(job.id)
  expect(await runsOf(id)).toMatchObject([{ state: 'open' }])
})
