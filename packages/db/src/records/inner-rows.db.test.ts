import type { FieldValue } from '@pipewright/compiler'
import type { RollupField } from '@pipewright/schemas'
import {
  aForm,
  aFormulaField,
  aLineItemsField,
  aLookupField,
  aMoneyField,
  anApp,
  aNumberField,
  aRelationField,
  aRollupField,
  aTextField,
} from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from './create-records.ts'
import { deleteRecord } from './delete-record.ts'
import { getRecord } from './get-record.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { updateRecord } from './update-record.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
const v = (name: string) => ({ var: name })

/** Goes back and forth: row → rows inside → row → rows inside → row → record. */
const parts = aLineItemsField({
  key: 'parts',
  maxRows: 3,
  fields: [
    aTextField({ key: 'name', required: true }),
    aRelationField({ key: 'product', form: 'product', onDelete: 'clear' }),
    aLookupField({ key: 'cost', path: 'product.cost', resultType: 'number', scale: 2 }),
    aNumberField({ key: 'quantity' }),
    aNumberField({ key: 'day', default: v('$parent.quantity') }),
    aFormulaField({
      key: 'amount',
      expression: { mul: [v('quantity'), v('cost'), v('$parent.factor')] },
      scale: 2,
    }),
    aFormulaField({ key: 'share', expression: { sub: [v('$parent.amount'), v('amount')] }, scale: 2 }),
    aFormulaField({ key: 'with_rate', expression: { mul: [v('amount'), v('$record.rate')] }, scale: 2 }),
  ],
})
const items = aLineItemsField({
  key: 'items',
  fields: [
    aTextField({ key: 'what' }),
    aNumberField({ key: 'quantity' }),
    aFormulaField({ key: 'factor', expression: { add: [v('quantity'), 1] } }),
    parts,
    aFormulaField({ key: 'amount', expression: { sum: [v('parts.amount')] }, scale: 2 }),
    aFormulaField({ key: 'shares', expression: { sum: [v('parts.share')] }, scale: 2 }),
    aFormulaField({ key: 'costs', expression: { sum: [v('parts.product.cost')] }, scale: 2 }),
  ],
})
/** Sums up the rows inside all rows. */
const overParts = (key: string, changes: Partial<RollupField>) =>
  aRollupField({
    key,
    form: 'order',
    ...({ relation: undefined } as object),
    lineItems: 'items.parts',
    ...changes,
  })
const definition = anApp({
  forms: [
    aForm({ key: 'product', fields: [aTextField(), aMoneyField({ key: 'cost' })] }),
    aForm({
      key: 'order',
      fields: [
        aTextField(),
        aNumberField({ key: 'rate' }),
        items,
        aRollupField({
          key: 'total',
          form: 'order',
          ...({ relation: undefined, lineItems: 'items' } as object),
          function: 'sum',
          field: 'amount',
          scale: 2,
        }),
        overParts('parts_total', { function: 'sum', field: 'amount', scale: 2 }),
        overParts('dear', { function: 'count', filter: { gt: [v('amount'), '15'] }, scale: 0 }),
        overParts('names', { function: 'list', field: 'name', resultType: 'text' }),
        overParts('last_name', { function: 'last', field: 'name', resultType: 'text' }),
        overParts('dearest', {
          function: 'first',
          field: 'name',
          resultType: 'text',
          orderBy: { field: 'amount', direction: 'desc' },
        }),
        aFormulaField({ key: 'doubled', expression: { mul: [v('parts_total'), '2'] }, scale: 2 }),
        aFormulaField({ key: 'all', expression: { sum: [v('items.parts.with_rate')] }, scale: 2 }),
        aFormulaField({ key: 'all_costs', expression: { sum: [v('items.parts.product.cost')] }, scale: 2 }),
      ],
    }),
  ],
})
let space: TestWorkspace

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
})
afterAll(() => space.close())

type Row = Record<string, FieldValue> & { parts: Record<string, FieldValue>[] }
const itemsOf = ({ values }: { values: Readonly<Record<string, FieldValue>> }) =>
  values['items'] as unknown as Row[]

const create = (form: string, values: unknown) =>
  writeTransaction(space.database, (tx) => createRecord(tx, space.scene('admin'), form, { values }, person))

async function made(form: string, values: unknown): Promise<string> {
  const outcome = await create(form, values)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record.id
}

const read = async (id: string, form = 'order') => {
  const found = await getRecord(space.database, space.scene('admin'), form, id)
  if (!found.ok) throw new Error(found.problem.code)
  return found.record
}

async function change(form: string, id: string, values: unknown) {
  const { version } = await read(id, form)
  return writeTransaction(space.database, (tx) =>
    updateRecord(tx, space.scene('admin'), form, id, { version, values }, person),
  )
}

async function anOrder() {
  const pump = await made('product', { name: 'Pump', cost: '10' })
  const valve = await made('product', { name: 'Valve', cost: '2.50' })
  const id = await made('order', {
    name: 'O-1',
    rate: '2',
    items: [
      {
        what: 'Station',
        quantity: '1',
        parts: [
          { name: 'a', product: pump, quantity: '1' },
          { name: 'b', product: valve, quantity: '4', day: '9' },
        ],
      },
      { what: 'Spare', quantity: '0', parts: [{ name: 'c', product: valve, quantity: '1' }] },
      { what: 'Nothing', quantity: '5' },
    ],
  })
  return { id, pump, valve }
}

test('rows inside rows are stored in a table of their own, calculated back and forth, and read in order', async () => {
  const { id, pump } = await anOrder()
  const record = await read(id)
  const [station, spare, nothing] = itemsOf(record)
  expect(station).toMatchObject({ factor: '2.00', amount: '40.00', shares: '40.00', costs: '12.50' })
  expect(station?.parts).toMatchObject([
    { name: 'a', cost: '10.00', day: '1.00', amount: '20.00', share: '20.00', with_rate: '40.00' },
    { name: 'b', cost: '2.50', day: '9.00', amount: '20.00', share: '20.00', with_rate: '40.00' },
  ])
  expect(spare).toMatchObject({ amount: '2.50', parts: [{ name: 'c', day: '0.00' }] })
  expect(nothing).toMatchObject({ parts: [], amount: '0.00' })
  expect(record.values).toMatchObject({ total: '42.50', all: '85.00', all_costs: '15.00' })
  expect(record.titles[pump]).toBe('Pump')
  const { schema } = space.workspace
  const stored = await space.database.query<{ name: string; item: string; order: string; position: number }>({
    text: `select p.name, i.what as item, o.name as order, p.position from "${schema}".order_items_parts p join "${schema}".order_items i on i.id = p._row join "${schema}"."order" o on o.id = p.parent and o.id = i.parent where o.id = $1 order by i.position, p.position`,
    values: [id],
  })
  expect(stored.map((row) => Object.values(row).join(' '))).toEqual([
    'a Station O-1 0',
    'b Station O-1 1',
    'c Spare O-1 0',
  ])
})

test('rows are merged by their ids on both levels; what is not sent stays, what is left out goes', async () => {
  const { id } = await anOrder()
  const [station, spare] = itemsOf(await read(id))
  const [a, b] = station?.parts ?? []
  const saved = await change('order', id, {
    items: [
      { id: spare?.id, what: 'Spare parts' },
      {
        id: station?.id,
        quantity: '2',
        parts: [
          { name: 'new', quantity: '1' },
          { id: b?.['id'], quantity: '2' },
        ],
      },
    ],
  })
  if (!saved.ok) throw new Error(JSON.stringify(saved.problem))
  const [first, second] = itemsOf(await read(id))
  expect(first).toMatchObject({ id: spare?.id, what: 'Spare parts', parts: spare?.parts })
  expect(second?.parts).toMatchObject([{ name: 'new' }, { id: b?.['id'], name: 'b', amount: '15.00' }])
  expect(second?.parts.map((row) => row['id'])).not.toContain(a?.['id'])
  expect((await read(id)).values['total']).toBe('17.50')
  const moved = await change('order', id, { items: [{ id: spare?.id, parts: [{ id: b?.['id'] }] }] })
  expect(moved.ok ? 'accepted' : moved.problem.errors).toMatchObject([
    { pointer: '/values/items/0/parts/0/id', code: 'no-such-record' },
    { pointer: '/values/items/0/parts/0/name', code: 'required' },
  ])
})

test('what does not fit is refused at its very place, and too many rows are', async () => {
  const outcome = await create('order', {
    items: [
      {
        what: 'x',
        parts: [
          { name: 'a', quantity: 'many' },
          { quantity: '1', nothing: 1, amount: '1' },
        ],
      },
      { what: 'y', parts: [{ name: '1' }, { name: '2' }, { name: '3' }, { name: '4' }] },
      { what: 'z', parts: 'none' },
      { what: 'q', parts: [{ name: 'a', product: '00000000-0000-7000-8000-000000000001' }] },
    ],
  })
  expect(
    outcome.ok ? [] : outcome.problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`).toSorted(),
  ).toEqual([
    '/values/items/0/parts/0/quantity not-a-number',
    '/values/items/0/parts/1/amount not-writable',
    '/values/items/0/parts/1/name required',
    '/values/items/0/parts/1/nothing unknown-field',
    '/values/items/1/parts too-many',
    '/values/items/2/parts wrong-type',
    '/values/items/3/parts/0/product no-such-record',
  ])
})

test('what another record changes reaches the rows inside rows and all that is made of them', async () => {
  const { id, valve, pump } = await anOrder()
  const changed = await change('product', valve, { cost: '3' })
  expect(changed.ok).toBe(true)
  const { values } = await read(id)
  expect(itemsOf({ values })[0]?.parts[1]).toMatchObject({ cost: '3.00', amount: '24.00', share: '20.00' })
  expect(values).toMatchObject({ total: '47.00', all: '94.00', all_costs: '16.00' })
  expect(values).toMatchObject({ parts_total: '47.00', doubled: '94.00', dear: '2', dearest: 'b' })
  const gone = await writeTransaction(space.database, (tx) =>
    deleteRecord(tx, space.scene('admin'), 'product', pump, 1, person),
  )
  expect(gone).toMatchObject({ ok: true })
  const after = await read(id)
  expect(itemsOf(after)[0]?.parts[0]).toMatchObject({ product: null, cost: null, amount: null })
  expect(after.values).toMatchObject({ total: '27.00', all_costs: '6.00' })
})

test('what is summed up over the rows inside all rows is exact, in their order, and follows every change', async () => {
  const { id, pump, valve } = await anOrder()
  const { values } = await read(id)
  const summed = { parts_total: '42.50', doubled: '85.00', dear: '2', names: 'a, b, c' }
  expect(values).toMatchObject({ ...summed, last_name: 'c', dearest: 'b' })
  const [station, spare] = itemsOf({ values })
  const swapped = await change('order', id, {
    items: [
      { id: spare?.id },
      { id: station?.id, parts: station?.parts.toReversed().map(({ id }) => ({ id })) },
    ],
  })
  expect(swapped.ok).toBe(true)
  const anew = { parts_total: '42.50', dear: '2', names: 'c, b, a', last_name: 'a', dearest: 'a' }
  expect((await read(id)).values).toMatchObject(anew)
  // From here PostgreSQL adds up: every one of these follows from what another record holds.
  expect(await change('product', pump, { cost: '11' })).toMatchObject({ ok: true })
  expect(await change('product', valve, { cost: '2' })).toMatchObject({ ok: true })
  const later = { parts_total: '40.00', doubled: '80.00', dear: '2', dearest: 'a' }
  expect((await read(id)).values).toMatchObject({ ...anew, ...later })
})
