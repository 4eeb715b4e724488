import type { HandOver } from '@pipewright/contract'
import { appUnderTest, memberIdOf, query, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

const workspace = { workspace: 'acme' }

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const person = (name: string) => signedInMember(world, { ...workspace, roles: ['rep'], name })
  const [leaving, one, two] = [await person('Lea'), await person('Uma'), await person('Vic')]
  const make = (form: string, values: Record<string, string>) =>
    leaving.browser.call('createRecord', { params: { ...workspace, form }, body: { values } })
  const accounts = []
  for (let n = 0; n < 5; n += 1) accounts.push(await make('account', { name: `Account ${n}` }))
  const [first] = accounts
  const deal = await make('opportunity', {
    name: 'Deal',
    account: first?.id ?? '',
    stage: 'needs_analysis',
    amount: '1.00',
  })
  const at = { params: { ...workspace, id: leaving.id } }
  const asked = (more: Partial<HandOver>): HandOver => ({
    rules: [{ to: [one.id] }],
    fields: {},
    tasks: null,
    reason: '',
    ...more,
  })
  const ownersOf = async (form: string) => {
    const rows = await query<{ owner: string; count: number }>(
      world.databaseUrl,
      `select owner, count(*)::int as count from ws_acme.${form} group by owner`,
    )
    return new Map(rows.map(({ owner: id, count }) => [id, count]))
  }
  return {
    world,
    owner,
    leaving,
    one,
    two,
    accounts,
    deal,
    at,
    asked,
    ownersOf,
    [Symbol.asyncDispose]: world.close,
  }
}

test('R084, R247: whoever leaves loses nothing: all records of all forms go to others, whatever they may see, with the reason', async () => {
  await using s = await setUp()
  const { owner, leaving, one, two, accounts, at, asked, ownersOf } = s
  await owner.call('updateMember', { ...at, body: { active: false } })
  const things = await owner.call('getBelongings', at)
  expect(things.forms.map(({ form, owned }) => [form, owned])).toEqual(
    expect.arrayContaining([
      ['account', 5],
      ['opportunity', 1],
    ]),
  )
  // Locked records too: an approval that is under way does not keep them back.
  await query(s.world.databaseUrl, `update ws_acme.account set locked_by = gen_random_uuid() where id = $1`, [
    accounts[4]?.id,
  ])
  const body = asked({ rules: [{ form: 'account', to: [one.id, two.id] }, { to: [two.id] }], reason: 'Left' })
  const preview = await owner.call('previewHandOver', { ...at, body })
  expect(preview.shares).toEqual(
    expect.arrayContaining([
      { form: 'account', thing: null, to: one.id, count: 3 },
      { form: 'account', thing: null, to: two.id, count: 2 },
      { form: 'opportunity', thing: null, to: two.id, count: 1 },
    ]),
  )
  expect([preview.kept, preview.blind]).toEqual([[], []])
  expect(await ownersOf('account')).toEqual(new Map([[leaving.id, 5]]))
  const job = await owner.call('handOver', { ...at, body })
  expect(job).toMatchObject({ state: 'done', total: 6, done: 6, refused: 0, form: null })
  expect(await ownersOf('account')).toEqual(
    new Map([
      [one.id, 3],
      [two.id, 2],
    ]),
  )
  const { events } = await owner.call('getHistory', {
    params: { ...workspace, form: 'account', id: accounts[0]?.id ?? '' },
  })
  expect(events[0]?.cause).toEqual({ type: 'handOver', id: job.id, comment: 'Left' })
  const { items } = await two.browser.call('listNotifications', { params: workspace, query: {} })
  expect(items.map(({ form, count }) => [form, count])).toEqual(
    expect.arrayContaining([
      ['account', 2],
      ['opportunity', 1],
    ]),
  )
  expect(items).toHaveLength(2)
  await owner.call('updateMember', { ...at, body: { active: true } })
  const back = await owner.call('undoBulk', { params: { ...workspace, id: job.id }, body: {} })
  expect(back).toMatchObject({ done: 6, refused: 0, undoes: job.id })
  expect(await ownersOf('account')).toEqual(new Map([[leaving.id, 5]]))
  expect(await ownersOf('opportunity')).toEqual(new Map([[leaving.id, 1]]))
})

test('conditions send some elsewhere, and what fits no rule stays and is named', async () => {
  await using s = await setUp()
  const { owner, one, at, asked } = s
  const filter = { eq: [{ var: 'name' }, 'Account 2'] }
  const body = asked({ rules: [{ form: 'account', filter, to: [one.id] }] })
  const preview = await owner.call('previewHandOver', { ...at, body })
  expect(preview.shares).toEqual([{ form: 'account', thing: null, to: one.id, count: 1 }])
  expect(preview.kept).toEqual(
    expect.arrayContaining([
      { form: 'account', count: 4 },
      { form: 'opportunity', count: 1 },
    ]),
  )
})

test('approvals that wait are decided by the receiver', async () => {
  await using s = await setUp()
  const { owner, world, leaving, one, accounts, at, asked } = s
  const [run, task] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b']
  const step = {
    step: 'lead',
    state: 'waiting',
    approvers: [leaving.id],
    decidedBy: null,
    decidedAt: null,
    comment: '',
  }
  const state = {
    workflow: 'w',
    state: 'open',
    startedBy: leaving.id,
    startedAt: 'x',
    comment: '',
    steps: [step],
  }
  await query(
    world.databaseUrl,
    `insert into ws_acme._approval_run (id, workflow, form, record, state, revision, run, started_by, started_at)
      values ($1, 'w', 'account', $2, 'open', 1, $3, $4, now())`,
    [run, accounts[0]?.id, JSON.stringify(state), leaving.id],
  )
  await query(
    world.databaseUrl,
    `insert into ws_acme._approval_task (id, run, step, position, state, approvers, created_at)
      values ($1, $2, 'lead', 0, 'waiting', array[$3::uuid], now())`,
    [task, run, leaving.id],
  )
  expect((await owner.call('getBelongings', at)).tasks).toBe(1)
  await owner.call('handOver', { ...at, body: asked({ tasks: one.id }) })
  const [found] = await query<{ approvers: string[]; run: typeof state }>(
    world.databaseUrl,
    `select t.approvers, r.run from ws_acme._approval_task t join ws_acme._approval_run r on r.id = t.run`,
  )
  expect(found?.approvers).toEqual([one.id])
  expect(found?.run.steps[0]?.approvers).toEqual([one.id])
})

test('only whoever manages members hands over, to active members, and not from one to himself', async () => {
  await using s = await setUp()
  const { owner, leaving, one, two, at, asked } = s
  const foreign = one.browser.call('handOver', { ...at, body: asked({}) })
  expect((await one.browser.problem(foreign)).code).toBe('not-allowed')
  const things = one.browser.call('getBelongings', at)
  expect((await one.browser.problem(things)).code).toBe('not-allowed')
  await owner.call('updateMember', { params: { ...workspace, id: two.id }, body: { active: false } })
  const gone = owner.call('handOver', { ...at, body: asked({ rules: [{ to: [two.id] }] }) })
  expect((await owner.problem(gone)).code).toBe('invalid')
  const self = owner.call('handOver', { ...at, body: asked({ rules: [{ to: [leaving.id] }] }) })
  expect((await owner.problem(self)).code).toBe('not-allowed')
  expect(await memberIdOf(s.world, 'acme', leaving.email)).toBe(leaving.id)
})
