import type { ButtonAction, Edit, LayoutElement } from '@pipewright/schemas'
import { appUnderTest, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }
const label = { en: 'Go', zh: '执行' }
const button = (
  key: string,
  actions: ButtonAction[],
  more: Partial<Extract<LayoutElement, { type: 'button' }>> = {},
): Edit => ({
  type: 'addElement',
  form: 'opportunity',
  section: '',
  index: 0,
  item: { element: { type: 'button', key, label, actions, ...more } },
})

async function setUp(...buttons: Edit[]) {
  const world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const app = await owner.call('getApp', { params })
  const section = app.definition.forms.find(({ key }) => key === 'opportunity')?.layout.sections[0]?.key ?? ''
  const edits = buttons.map((edit) => (edit.type === 'addElement' ? { ...edit, section } : edit))
  const { version } = await owner.call('editDraft', { params, body: { version: 0, edits } })
  await owner.call('publishDraft', { params, body: { version } })
  const account = await owner.call('createRecord', {
    params: { ...params, form: 'account' },
    body: { values: { name: 'Acme & Co' } },
  })
  const deal = await owner.call('createRecord', {
    params: { ...params, form: 'opportunity' },
    body: { values: { name: 'Deal /?&#%', account: account.id, amount: '100.00' } },
  })
  const one = { ...params, form: 'opportunity', id: deal.id }
  const press = (key: string, version: number, by = owner) =>
    by.call('pressButton', { params: { ...one, button: key }, body: { version } })
  return { world, owner, account, deal, one, press, [Symbol.asyncDispose]: world.close }
}

const double: ButtonAction = { type: 'set', values: { amount: { mul: [{ var: 'amount' }, 2] } } }

test('a button does its actions in order, each seeing what those before it did, and the ledger names it', async () => {
  await using at = await setUp(
    button('grow', [
      double,
      double,
      { type: 'create', form: 'quote', values: { opportunity: { var: 'id' }, terms: { var: 'name' } } },
      { type: 'open', url: 'https://example.com/s?q={{name}}&a={{amount}}' },
    ]),
  )
  const { record, effects } = await at.press('grow', 1)
  expect(record.values['amount']).toBe('400.00')
  expect(effects).toEqual([
    { type: 'create', form: 'quote', values: { opportunity: at.deal.id, terms: 'Deal /?&#%' } },
    { type: 'open', url: 'https://example.com/s?q=Deal%20%2F%3F%26%23%25&a=400.00' },
  ])
  const { events } = await at.owner.call('getHistory', { params: at.one })
  expect(events[0]?.cause).toEqual({ type: 'button', id: 'opportunity.grow' })
})

test('its conditions are asked again of the stored record, and a stale or doubled press does nothing', async () => {
  await using at = await setUp(
    button('grow', [double]),
    button('small', [double], { enabled: { lt: [{ var: 'amount' }, 50] } }),
    button('gone', [double], { when: { eq: [{ var: 'name' }, 'other'] } }),
    button('ruled', [double]),
    {
      type: 'putRule',
      form: 'opportunity',
      rule: { key: 'e', label, when: true, effects: [{ type: 'hide', elements: ['ruled'] }] },
    },
  )
  const code = async (key: string, version: number) => (await at.owner.problem(at.press(key, version))).code
  expect(await Promise.all(['small', 'gone', 'ruled', 'unknown'].map((key) => code(key, 1)))).toEqual([
    'condition-not-met',
    'condition-not-met',
    'condition-not-met',
    'not-found',
  ])
  await at.press('grow', 1)
  expect(await code('grow', 1)).toBe('stale-version')
  const now = await at.owner.call('getRecord', { params: at.one })
  expect(now.values['amount']).toBe('200.00')
})

test('a list is told which buttons a record can have pressed now, and presses one for many, each by itself', async () => {
  await using at = await setUp(
    button('grow', [double], { enabled: { lt: [{ var: 'amount' }, 150] } }),
    button('gone', [double], { when: { eq: [{ var: 'name' }, 'other'] } }),
    button('call', [{ type: 'open', url: 'tel:110' }]),
  )
  const buttons = async () => (await at.owner.call('listButtons', { params: at.one })).buttons
  expect(await buttons()).toEqual(['call', 'grow'])
  const large = await at.owner.call('createRecord', {
    params: { ...params, form: 'opportunity' },
    body: { values: { name: 'Large', account: at.account.id, amount: '900.00' } },
  })
  const form = { ...params, form: 'opportunity' }
  const records = [at.deal, large].map(({ id, version }) => ({ id, version }))
  const many = (key: string, by = at.owner) =>
    by.call('bulkRecords', { params: form, body: { records, action: { type: 'button', button: key } } })
  const answer = await many('grow')
  expect(answer.done).toEqual([at.deal.id])
  expect(answer.refused).toMatchObject([{ id: large.id, code: 'condition-not-met' }])
  expect(await buttons()).toEqual(['call'])
  expect((await at.owner.problem(many('call'))).code).toBe('not-allowed')
  const finance = await signedInMember(at.world, { ...params, roles: ['finance'] })
  expect((await many('grow', finance.browser)).refused).toMatchObject([
    { code: 'not-found' },
    { code: 'not-found' },
  ])
  const elsewhere = { ...at.one, id: '00000000-0000-7000-8000-000000000000' }
  expect((await at.owner.problem(at.owner.call('listButtons', { params: elsewhere }))).code).toBe('not-found')
})

test('when one action is refused nothing of the others stays', async () => {
  const tooMuch: ButtonAction = { type: 'set', values: { name: null } }
  await using at = await setUp(button('both', [double, tooMuch]))
  const problem = await at.owner.problem(at.press('both', 1))
  expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(['/values/name'])
  const now = await at.owner.call('getRecord', { params: at.one })
  expect([now.values['amount'], now.version]).toEqual(['100.00', 1])
})

test('nobody does by a button what they could not do by hand, nor hears of it', async () => {
  await using at = await setUp(button('grow', [double]), button('call', [{ type: 'open', url: 'tel:110' }]))
  const finance = await signedInMember(at.world, { ...params, roles: ['finance'] })
  const { definition, rights } = await finance.browser.call('getApp', { params })
  const named = JSON.stringify(definition.forms.find(({ key }) => key === 'opportunity')?.layout ?? {})
  expect(rights['opportunity']?.fields['amount']).not.toBe('write')
  expect(named).not.toContain('"grow"')
  const problem = await finance.browser.problem(at.press('grow', 1, finance.browser))
  expect(problem.code).toBe('not-found')
})

test('an address can only be one that is safe to open, whatever is edited or stored', async () => {
  await using at = await setUp(button('call', [{ type: 'open', url: 'tel:110' }]))
  const { version } = await at.owner.call('getDraft', { params })
  const edits = [button('bad', [{ type: 'open', url: 'javascript:alert(1)' }])]
  const { code } = await at.owner.problem(at.owner.call('editDraft', { params, body: { version, edits } }))
  expect(code).toBe('edit-refused')
})

test('what a button did is one step of whoever pressed it, and goes back as one', async () => {
  await using at = await setUp(button('grow', [double, double]))
  const [set, into] = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002']
  const { record } = await at.owner.call('pressButton', {
    params: { ...at.one, button: 'grow' },
    body: { version: 1 },
    changeSet: { id: set },
  })
  expect(record.values['amount']).toBe('400.00')
  const undone = await at.owner.call('undoChange', { params: { ...params, id: set }, body: { into } })
  expect([undone.done.length, undone.left, undone.refused]).toEqual([1, [], []])
  const now = await at.owner.call('getRecord', { params: at.one })
  expect(now.values['amount']).toBe('100.00')
})
