import { appUnderTest, query, signedInMember } from '@pipewright/testing'
import type { Edit, Field } from '@pipewright/schemas'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }
const label = { en: 'Budget', zh: '预算' }
const form = { ...params, form: 'account' }

/** Accounts with budgets as texts, and a draft that makes numbers of them. */
async function setUp() {
  const world = await appUnderTest({ prepared: 'workspace', limits: { convertedAtOnce: 2 } })
  const owner = await world.owner()
  const edit = async (...edits: Edit[]) => {
    const { version } = await owner.call('getDraft', { params })
    return owner.call('editDraft', { params, body: { version, edits } })
  }
  const publish = async () => {
    const { version } = await owner.call('getDraft', { params })
    const { token } = await owner.call('getImpact', { params })
    return owner.call('publishDraft', { params, body: { version, token } })
  }
  const field: Field = { type: 'text', key: 'budget', label }
  const filled: Field = {
    type: 'formula',
    key: 'budgeted',
    label: { en: 'Has a budget', zh: '有预算' },
    resultType: 'yesNo',
    expression: { notEmpty: [{ var: 'budget' }] },
  }
  const at = { form: 'account', section: 'basics', index: 0, write: [], read: [] }
  await edit({ type: 'addField', ...at, field }, { type: 'addField', ...at, field: filled })
  const { revision } = await publish()
  const create = (budget: string) =>
    owner.call('createRecord', { params: form, body: { values: { name: 'A', budget } } })
  const ids: string[] = []
  for (const budget of ['1', '2', '3', 'about 4']) ids.push((await create(budget)).id)
  await edit({
    type: 'changeFieldType',
    form: 'account',
    field: { type: 'number', key: 'budget', label, scale: 2 },
  })
  const budgets = () =>
    Promise.all(
      ids.map(async (id) => (await owner.call('getRecord', { params: { ...form, id } })).values['budget']),
    )
  const running = async () => (await owner.call('getTypeChange', { params })).running
  return { world, owner, publish, revision, create, budgets, running, [Symbol.asyncDispose]: world.close }
}

test('SC-11: a change of type of very many records is answered at once and carried out in the background', async () => {
  await using at = await setUp()
  expect(await at.publish()).toEqual({ revision: at.revision, converting: true })
  await expect.poll(at.running, { timeout: 20_000 }).toBeNull()
  expect(await at.budgets()).toEqual(['1.00', '2.00', '3.00', null])
  expect((await at.owner.call('getDraft', { params })).changes).toEqual([])
  // What leans on the values follows in the background too, as a job that everybody sees.
  const budgeted = async () =>
    (await at.owner.call('queryRecords', { params: form, body: { columns: ['budget', 'budgeted'] } })).rows
      .map(({ values }) => [values['budget'], values['budgeted']])
      .find(([budget]) => budget === null)?.[1]
  await expect.poll(budgeted, { timeout: 20_000 }).toBe(false)
  await expect
    .poll(async () => (await at.owner.call('listRecalculations', { params })).forms, { timeout: 20_000 })
    .toEqual([])
})

test('SC-11: builders alone see it and cancel it; while it runs, others cannot publish past it', async () => {
  await using at = await setUp()
  const { world, owner } = at
  // Held up by somebody who writes for long.
  const { token } = await owner.call('getImpact', { params })
  const { version } = await owner.call('getDraft', { params })
  await at.create('late and unseen')
  expect(await owner.call('publishDraft', { params, body: { version, token } })).toMatchObject({
    converting: true,
  })
  await expect
    .poll(at.running, { timeout: 20_000 })
    .toMatchObject({ state: 'waiting', reason: 'impact-changed' })
  const rep = await signedInMember(world, { ...params, roles: ['finance'] })
  for (const call of ['getTypeChange', 'cancelTypeChange'] as const)
    expect((await rep.browser.problem(rep.browser.call(call, { params }))).status).toBe(403)
  const builder = await signedInMember(world, { ...params, roles: ['admin'] })
  const draft = await builder.browser.call('getDraft', { params })
  const note: Field = { type: 'text', key: 'note2', label: { en: 'Second note', zh: '备注二' } }
  const add: Edit = {
    type: 'addField',
    form: 'account',
    field: note,
    section: 'basics',
    index: 0,
    write: [],
    read: [],
  }
  const edited = await builder.browser.call('editDraft', {
    params,
    body: { version: draft.version, edits: [add] },
  })
  const past = builder.browser.call('publishDraft', { params, body: { version: edited.version } })
  expect((await builder.browser.problem(past)).code).toBe('type-change-running')
  expect(await builder.browser.call('cancelTypeChange', { params })).toEqual({ cancelled: true })
  expect(await at.running()).toBeNull()
  expect(await at.budgets()).toEqual(['1', '2', '3', 'about 4'])
  expect((await owner.call('getDraft', { params })).changes).toHaveLength(1)
})

test('SC-11: what a killed server left is taken up when the next one starts', async () => {
  await using at = await setUp()
  const { world, owner } = at
  const { token } = await owner.call('getImpact', { params })
  const { version } = await owner.call('getDraft', { params })
  await at.create('late and unseen')
  await owner.call('publishDraft', { params, body: { version, token } })
  await expect.poll(at.running, { timeout: 20_000 }).toMatchObject({ state: 'waiting' })
  // As it is left by a server that dies in the middle of the look.
  const now = await owner.call('getImpact', { params })
  await query(world.databaseUrl, `update ws_acme._type_change set state = 'checking', token = $1`, [
    now.token,
  ])
  await using next = await world.secondProcess()
  await next.app.ready()
  await expect.poll(at.running, { timeout: 20_000 }).toBeNull()
  expect(await at.budgets()).toEqual(['1.00', '2.00', '3.00', null])
})
