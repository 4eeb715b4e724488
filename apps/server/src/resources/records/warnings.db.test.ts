import { appUnderTest } from '@pipewright/testing'
import type { Import } from '@pipewright/contract'
import type { Edit, Rule } from '@pipewright/schemas'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settled, upload } from '../imports/testing/upload.ts'

const workspace = 'acme'
const params = { workspace }
const say = (en: string) => ({ en, zh: `提醒：${en}` })

const warns = (key: string, when: Rule['when'], field: string, more: Partial<Rule> = {}): Rule => ({
  key,
  label: say(key),
  when,
  effects: [{ type: 'warn', field, message: say(key) }],
  ...more,
})

const rules: readonly [string, Rule][] = [
  ['lead', warns('No company', { isEmpty: [{ var: 'company' }] }, 'company')],
  ['contact', warns('No e-mail', { isEmpty: [{ var: 'email' }] }, 'email')],
  ['quote', warns('Many pieces', { gt: [{ var: 'quantity' }, 5] }, 'items.quantity', { rows: 'items' })],
]

let world: Awaited<ReturnType<typeof start>>
async function start() {
  const app = await appUnderTest({ prepared: 'workspace' })
  const owner = await app.owner()
  const { definition } = await owner.call('getApp', { params })
  const section = definition.forms.find(({ key }) => key === 'quote')?.layout.sections[0]?.key ?? ''
  const touch: Edit = {
    type: 'addElement',
    form: 'quote',
    section,
    index: 0,
    item: {
      element: {
        type: 'button',
        key: 'touch',
        label: say('touch'),
        actions: [{ type: 'set', values: { terms: 'new' } }],
      },
    },
  }
  const edits: Edit[] = rules.map(([form, rule]) => ({
    type: 'putRule',
    form,
    rule: { ...rule, key: `w_${form}` },
  }))
  const { version } = await owner.call('editDraft', {
    params,
    body: { version: 0, edits: [...edits, touch] },
  })
  await owner.call('publishDraft', { params, body: { version } })
  return { app, owner }
}
beforeAll(async () => {
  world = await start()
})
afterAll(() => world.app.close())

const lead = (values: Record<string, string>) =>
  world.owner.call('createRecord', { params: { ...params, form: 'lead' }, body: { values } })

test('an import counts, lists and hands out what its rows should be minded of, and takes them in all the same', async () => {
  const { owner } = world
  const table = 'name,company,email\nAnn,,a@b.co\nBob,Acme,b@b.co\nCid,,nobody\nDan,,=1+1\n'
  const { body: job } = await upload<Import>(owner, `/api/w/acme/forms/lead/imports`, 'leads.csv', table)
  const one = { params: { ...params, id: job.id } }
  await owner.call('checkImport', { ...one, body: { mapping: job.mapping } })
  const checked = await settled(owner, workspace, job.id)
  expect(checked).toMatchObject({ rows: 4, bad: 2, warned: 1 })
  const minded = { row: 2, column: 'company', field: 'company', code: 'warned', message: 'No company' }
  expect(checked.warnings).toEqual([{ ...minded, value: '' }])
  await owner.call('commitImport', { ...one, body: { skipBad: true } })
  const done = await settled(owner, workspace, job.id)
  expect(done).toMatchObject({ state: 'done', done: 2, warned: 1, warnings: [{ ...minded, value: '' }] })
  const file = await owner.send({
    method: 'POST',
    url: `/api/w/acme/imports/${job.id}/notes`,
    body: { format: 'csv' },
    headers: { 'accept-language': 'zh' },
  })
  const lines = file.body.trimEnd().split('\r\n')
  expect(lines.slice(0, 2)).toEqual(['\uFEFF行,类别,列,值,说明', '2,提醒,company,,No company'])
  expect(lines.map((line) => line.split(',').slice(0, 4)).slice(2)).toEqual([
    ['4', '错误', 'email', 'nobody'],
    ['5', '错误', 'email', "'=1+1"],
  ])
})

test('a change of many answers what is to be minded of each', async () => {
  const { owner } = world
  const made = [
    await lead({ name: 'Eva' }),
    await lead({ name: 'Fay', company: 'F' }),
    await lead({ name: 'Gus' }),
  ]
  const records = made.map(({ id, version }) => ({ id, version }))
  const body = { records, action: { type: 'update' as const, values: { need: 'now' } } }
  const answer = await owner.call('bulkRecords', { params: { ...params, form: 'lead' }, body })
  expect(answer.done).toHaveLength(3)
  const of = (id = '') => ({
    form: 'lead',
    id,
    pointer: '/values/company',
    code: 'warned',
    message: 'No company',
  })
  expect(answer.warnings).toMatchObject([of(made[0]?.id), of(made[2]?.id)])
  expect(answer.warnings).toHaveLength(2)
})

test('a conversion answers what is to be minded of the records it made', async () => {
  const { id, version } = await lead({ name: 'Hal', company: 'H' })
  const { created, warnings } = await world.owner.call('convertRecord', {
    params: { ...params, form: 'lead', id, conversion: 'convert' },
    body: { version },
  })
  const contact = created['contact']?.[0]
  expect(warnings).toMatchObject([
    { form: 'contact', id: contact, pointer: '/values/email', message: 'No e-mail' },
  ])
})

test('a button answers what is to be minded of the record it changed, by the row of its line items', async () => {
  const { owner } = world
  const account = await owner.call('createRecord', {
    params: { ...params, form: 'account' },
    body: { values: { name: 'Acme' } },
  })
  const deal = await owner.call('createRecord', {
    params: { ...params, form: 'opportunity' },
    body: { values: { name: 'Deal', account: account.id } },
  })
  const product = await owner.call('createRecord', {
    params: { ...params, form: 'product' },
    body: { values: { name: 'Pump', code: 'P-1', list_price: '10.00', cost: '1.00' } },
  })
  const item = (quantity: string) => ({ product: product.id, quantity, unit_price: '10.00' })
  const quote = await owner.call('createRecord', {
    params: { ...params, form: 'quote' },
    body: { values: { opportunity: deal.id, account: account.id, items: [item('1'), item('6')] } },
  })
  expect(quote.warnings).toMatchObject([{ pointer: '/values/items/1/quantity' }])
  const { warnings } = await owner.call('pressButton', {
    params: { ...params, form: 'quote', id: quote.id, button: 'touch' },
    body: { version: quote.version },
  })
  expect(warnings).toMatchObject([
    { form: 'quote', id: quote.id, pointer: '/values/items/1/quantity', message: 'Many pieces' },
  ])
})
