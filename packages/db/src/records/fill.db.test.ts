import {
  aChoiceField,
  aForm,
  aLineItemsField,
  aMoneyField,
  aNumberField,
  aRelationField,
  aRight,
  aRole,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from './create-records.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { updateRecord } from './update-record.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
const terms = { key: 'terms', label: { en: 'Terms' }, options: [{ key: 'net_30', label: { en: '30 days' } }] }
const items = aLineItemsField({
  fields: [
    aTextField(),
    aNumberField({ key: 'quantity', scale: 0, default: '1' }),
    aMoneyField({ key: 'price', scale: 2 }),
  ],
})
const definition = anApp({
  optionSets: [terms],
  forms: [
    aForm({
      key: 'quote',
      fields: [
        aTextField(),
        aTextField({ key: 'city' }),
        aChoiceField({ key: 'terms', optionSet: 'terms' }),
        items,
      ],
    }),
    aForm({
      key: 'order',
      fields: [
        aTextField(),
        aRelationField({
          key: 'quote',
          form: 'quote',
          fill: [
            { from: 'city', to: 'place' },
            { from: 'terms', to: 'terms', lock: true },
            {
              from: 'items',
              to: 'items',
              columns: [
                { from: 'name', to: 'name' },
                { from: 'price', to: 'price' },
              ],
            },
          ],
        }),
        aTextField({ key: 'place', default: 'Here' }),
        aChoiceField({ key: 'terms', optionSet: 'terms' }),
        items,
      ],
    }),
  ],
  roles: [
    aRole({
      forms: [
        aRight({ form: 'quote', actions: ['read'], read: ['name'], write: [] }),
        aRight({ form: 'order', write: ['name', 'quote', 'place', 'terms', 'items'] }),
      ],
    }),
  ],
})
let space: TestWorkspace
let quote: string
let bare: string

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
  quote = (
    await made('quote', {
      name: 'Q',
      city: 'Suzhou',
      terms: 'net_30',
      items: [
        { name: 'Pump', quantity: '3', price: '9.90' },
        { name: 'Valve', price: '1.25' },
        { name: 'Seal' },
      ],
    })
  ).id
  bare = (await made('quote', { name: 'Bare' })).id
})
afterAll(() => space.close())

async function made(form: string, values: unknown, who: 'admin' | 'rep' = 'admin') {
  const outcome = await writeTransaction(space.database, (tx) =>
    createRecord(tx, space.scene(who), form, { values }, person),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record
}

async function changed(id: string, version: number, values: unknown) {
  const outcome = await writeTransaction(space.database, (tx) =>
    updateRecord(tx, space.scene('admin'), 'order', id, { version, values }, person),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record
}

const filledRows = [
  { name: 'Pump', quantity: '1', price: '9.90' },
  { name: 'Valve', quantity: '1', price: '1.25' },
  { name: 'Seal', quantity: '1', price: null },
]

test('a picked record fills what was not sent, rows in their order, and gaps by their defaults', async () => {
  const { values } = await made('order', { name: 'O', quote })
  expect(values).toMatchObject({ place: 'Suzhou', terms: 'net_30', items: filledRows })
})

test('what was sent stays, also when it is empty, unless it is locked', async () => {
  const { values } = await made('order', { name: 'O', quote, place: null, terms: null, items: [] })
  expect(values).toMatchObject({ place: null, terms: 'net_30', items: [] })
})

test('another record fills anew; the same one leaves what was changed since alone', async () => {
  const order = await made('order', { name: 'O', quote: bare })
  expect(order.values).toMatchObject({ terms: null, items: [] })
  const filled = await changed(order.id, 1, { quote })
  expect(filled.values).toMatchObject({ place: 'Suzhou', items: filledRows })
  const edited = await changed(order.id, 2, { place: 'Wuxi', terms: null })
  expect(edited.values).toMatchObject({ place: 'Wuxi', terms: 'net_30' })
  const named = await changed(order.id, 3, { name: 'Other', quote })
  expect(named.values).toMatchObject({ place: 'Wuxi' })
})

test('the form fills also what its writer may not read in the picked record', async () => {
  const { values } = await made('order', { name: 'O', quote }, 'rep')
  expect(values).toMatchObject({ place: 'Suzhou', terms: 'net_30' })
})
