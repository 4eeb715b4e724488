import type { Stage } from '@pipewright/schemas'
import { appUnderTest, query } from '@pipewright/testing'
import { expect, test } from 'vitest'

const stages: Stage[] = [
  {
    key: 'qualification',
    next: ['needs_analysis', 'lost'],
    guidance: { en: 'Find out who decides.', zh: '弄清谁做决定。' },
    checklist: [
      { key: 'call', label: { en: 'Called the customer', zh: '已电话沟通' }, required: true },
      { key: 'mail', label: { en: 'Sent the brochure', zh: '已发资料' } },
    ],
    days: 14,
  },
  {
    key: 'needs_analysis',
    next: [],
    enter: {
      fields: ['amount'],
      related: [{ form: 'quote', field: 'opportunity', min: 1 }],
    },
  },
]

async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const params = { workspace: 'acme' }
  const form = (key: string) => ({ ...params, form: key })
  const { version } = await owner.call('editDraft', {
    params,
    body: { version: 0, edits: [{ type: 'setForm', form: 'opportunity', changes: { stages } }] },
  })
  await owner.call('publishDraft', { params, body: { version } })
  const account = await owner.call('createRecord', {
    params: form('account'),
    body: { values: { name: 'Acme' } },
  })
  const deal = await owner.call('createRecord', {
    params: form('opportunity'),
    body: { values: { name: 'Deal', account: account.id } },
  })
  const one = { ...form('opportunity'), id: deal.id }
  return { world, owner, form, account, deal, one, [Symbol.asyncDispose]: world.close }
}

const codes = (errors: readonly { pointer: string; code: string }[] | undefined) =>
  (errors ?? []).map(({ pointer, code }) => `${pointer.replace('/values/', '')} ${code}`)

test('a stage is entered only with everything it asks for, and each missing thing is named', async () => {
  await using at = await setUp()
  const { owner, form, one, account, deal } = at
  const move = (values: Record<string, string>) =>
    owner.call('updateRecord', {
      params: one,
      body: { version: 1, values: { stage: 'needs_analysis', ...values } },
    })
  const first = await owner.problem(move({}))
  expect(codes(first.errors)).toEqual(['stage stage-checklist', 'amount stage-field', 'stage stage-records'])
  expect(first.errors?.map(({ message }) => message)).toContain(
    '“Needs analysis” needs 1 of “Quotes”; there are 0.',
  )
  await owner.call('setTick', { params: one, body: { stage: 'qualification', item: 'call', done: true } })
  await owner.call('createRecord', {
    params: form('quote'),
    body: { values: { account: account.id, opportunity: deal.id } },
  })
  const second = await owner.problem(move({}))
  expect(codes(second.errors)).toEqual(['amount stage-field'])
  const moved = await move({ amount: '10.00' })
  expect(moved).toMatchObject({ values: { stage: 'needs_analysis' }, stage_since: expect.any(String) })
  const back = await owner.problem(
    owner.call('updateRecord', { params: one, body: { version: 2, values: { stage: 'qualification' } } }),
  )
  expect(back.errors?.[0]?.code).toBe('stage-final')
})

test('a gate stands in the way of many changes at once and of an import alike', async () => {
  await using at = await setUp()
  const { owner, form, deal } = at
  const answer = await owner.call('bulkRecords', {
    params: form('opportunity'),
    body: {
      records: [{ id: deal.id, version: 1 }],
      action: { type: 'update', values: { stage: 'needs_analysis' } },
    },
  })
  expect(answer.done).toEqual([])
  expect(answer.refused.map(({ id }) => id)).toEqual([deal.id])
  const made = owner.call('createRecord', {
    params: form('opportunity'),
    body: { values: { name: 'New', stage: 'needs_analysis' } },
  })
  expect(codes((await owner.problem(made)).errors)).toContain('amount stage-field')
})

test('ticks are kept with who and when, and only of items that exist', async () => {
  await using at = await setUp()
  const { owner, one } = at
  const tick = (item: string, done: boolean) =>
    owner.call('setTick', { params: one, body: { stage: 'qualification', item, done } })
  await tick('call', true)
  await tick('call', true)
  const { ticks } = await owner.call('getChecklist', { params: one })
  expect(ticks).toEqual([
    {
      stage: 'qualification',
      item: 'call',
      member: expect.any(String),
      name: expect.any(String),
      at: expect.any(String),
    },
  ])
  expect((await tick('call', false)).ticks).toEqual([])
  expect((await owner.problem(tick('nothing', true))).status).toBe(404)
})

test('a record knows since when it stands in its stage, also on the board', async () => {
  await using at = await setUp()
  const { owner, form, deal } = at
  const board = await owner.call('getBoard', { params: form('opportunity'), body: { field: 'stage' } })
  const card = board.columns.flatMap(({ rows }) => rows).find(({ id }) => id === deal.id)
  expect(card?.stage_since).toBe(deal.created_at)
  const [row] = await query<{ n: number }>(
    at.world.databaseUrl,
    'select count(*)::int as n from ws_acme.opportunity where stage_since is not null',
  )
  expect(row?.n).toBe(1)
})
