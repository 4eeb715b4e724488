import type { FieldValue } from '@pipewright/compiler'
import {
  aChoiceField,
  aDateField,
  aForm,
  aFormulaField,
  aLineItemsField,
  aLookupField,
  aMoneyField,
  anApp,
  aRelationField,
  aRollupField,
  aTextField,
} from '@pipewright/metadata/builders'
import { freshDatabase } from '@pipewright/testing'
import type { Expression, RollupField } from '@pipewright/schemas'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillCalculated } from '../publish/fill-calculated.ts'
import { createRecord } from './create-records.ts'
import { getRecord } from './get-record.ts'
import { queryRecords } from './query-records.ts'
import { now, testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { updateRecord } from './update-record.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
const text = { resultType: 'text' } as const
const v = (name: string) => ({ var: name })
const over = (lineItems: string, key: string, given: Partial<RollupField>): RollupField =>
  aRollupField({ key, form: 'order', ...({ relation: undefined } as object), lineItems, ...given })
const byDue = { orderBy: { field: 'due', direction: 'asc' } } as const
const today: Expression = { gte: [v('due'), v('$today')] }

/** Back and forth: part → row → part → row → record, and every way of summing up. */
const items = aLineItemsField({
  key: 'items',
  fields: [
    aFormulaField({ key: 'twice', expression: { mul: [v('rests'), 2] }, scale: 2 }),
    over('items.parts', 'rests', { function: 'sum', field: 'rest', scale: 2 }),
    over('items.parts', 'total', { function: 'sum', field: 'amount', scale: 2 }),
    over('items.parts', 'mean', { function: 'avg', field: 'amount', scale: 4 }),
    over('items.parts', 'least', { function: 'min', field: 'amount', scale: 2 }),
    over('items.parts', 'latest', { function: 'max', field: 'due', resultType: 'date' }),
    over('items.parts', 'first', { function: 'first', field: 'name', ...byDue, ...text }),
    over('items.parts', 'last', { function: 'last', field: 'stage', resultType: 'choice' }),
    over('items.parts', 'kinds', { function: 'countDistinct', field: 'stage' }),
    over('items.parts', 'names', { function: 'list', field: 'name', ...byDue, ...text }),
    over('items.parts', 'days', { function: 'listDistinct', field: 'due', ...text }),
    over('items.parts', 'stages', { function: 'listDistinct', field: 'stage', resultType: 'multiChoice' }),
    over('items.parts', 'dear', { filter: { gt: [v('product.amount'), 5] } }),
    over('items.parts', 'to_come', { filter: today }),
    aLineItemsField({
      key: 'parts',
      fields: [
        aTextField(),
        aRelationField({ key: 'product', form: 'product', onDelete: 'clear' }),
        aLookupField({ key: 'cost', path: 'product.amount', resultType: 'number', scale: 2 }),
        aMoneyField(),
        aChoiceField(),
        aDateField(),
        aFormulaField({
          key: 'rest',
          expression: { sub: [v('$parent.total'), { add: [v('amount'), v('cost')] }] },
          scale: 2,
        }),
      ],
    }),
  ],
})
const definition = anApp({
  forms: [
    aForm({ key: 'product', fields: [aTextField(), aMoneyField()] }),
    aForm({
      key: 'order',
      fields: [
        aTextField(),
        over('items', 'all', { function: 'sum', field: 'twice', scale: 2 }),
        over('items', 'dear', { function: 'max', field: 'rests', scale: 2, filter: { gt: [v('dear'), 0] } }),
        over('items', 'whose', { function: 'list', field: 'names', ...text }),
        items,
      ],
    }),
  ],
})
const calculated = ['items', 'items.parts'].flatMap((lineItems) =>
  (lineItems === 'items' ? items.fields : items.fields.flatMap((one) => ('fields' in one ? one.fields : [])))
    .filter((field) => 'resultType' in field)
    .map((field) => ({ form: 'order', lineItems, field: field.key })),
)
let space: TestWorkspace
let products: readonly string[]

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
  products = [await made('product', { name: 'A', amount: '3' }), await made('product', { name: 'B' })]
})
afterAll(() => space.close())

async function made(form: string, values: unknown): Promise<string> {
  const outcome = await writeTransaction(space.database, (tx) =>
    createRecord(tx, space.scene('admin'), form, { values }, person),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record.id
}

const read = async (form: string, id: string) => {
  const found = await getRecord(space.database, space.scene('admin'), form, id)
  if (!found.ok) throw new Error(found.problem.code)
  return found.record
}

async function change(form: string, id: string, values: unknown): Promise<void> {
  const { version } = await read(form, id)
  const outcome = await writeTransaction(space.database, (tx) =>
    updateRecord(tx, space.scene('admin'), form, id, { version, values }, person),
  )
  expect(outcome).toMatchObject({ ok: true })
}

const stored = () =>
  Promise.all(
    ['order', 'order_items', 'order_items_parts'].map((table) =>
      space.database.query({
        text: `select * from "${space.workspace.schema}"."${table}" order by id`,
        values: [],
      }),
    ),
  )

/** What lies stored is what PostgreSQL makes of the rows from the ground up. */
async function expectFresh(): Promise<void> {
  const kept = await stored()
  const recalculate = [...calculated, { form: 'order', field: 'all' }]
  const plan = { steps: [], recalculate, reindexSearch: [] }
  await space.database.transaction((tx) =>
    fillCalculated(tx, space.workspace, definition, plan, { by: null, now, revision: 1 }),
  )
  expect(await stored()).toEqual(kept)
}

type Row = Record<string, FieldValue> & { parts: Record<string, FieldValue>[] }
const rowsOf = async (id: string) => (await read('order', id)).values['items'] as unknown as Row[]

const part = fc.record({
  name: fc.constantFrom('a', 'b', 'ü'),
  product: fc.constantFrom(0, 1, null),
  amount: fc.option(fc.integer({ min: -99, max: 99 }).map(String), { nil: null }),
  stage: fc.constantFrom('open', 'won', 'lost', null),
  due: fc.constantFrom('2000-01-01', '2030-02-28', '2030-03-01', null),
})
const rows = fc.array(fc.record({ parts: fc.array(part, { maxLength: 4 }) }), { maxLength: 3 })
const named = (sample: readonly { readonly parts: readonly { readonly product: number | null }[] }[]) =>
  sample.map(({ parts }) => ({
    parts: parts.map((one) => ({ ...one, product: one.product === null ? null : products[one.product] })),
  }))

test('columns that sum up the rows inside their row are the same in memory and in SQL, after every change', async () => {
  const samples = fc.sample(rows, { numRuns: 24, seed: 11 })
  const ids: string[] = []
  for (const sample of samples.slice(0, 12)) ids.push(await made('order', { items: named(sample) }))
  await expectFresh()
  for (const [position, sample] of samples.slice(12).entries()) {
    const id = ids[position] ?? ''
    // Some rows stay as they are, some get other parts, and others are new.
    const kept = (await rowsOf(id)).slice(0, 1).map((row) => ({ id: row['id'] }))
    const [first, ...others] = named(sample)
    await change('order', id, { items: [...kept.map((row) => ({ ...row, ...first })), ...others] })
  }
  await expectFresh()
  for (const [position, amount] of ['7', '5.5', null].entries())
    await change('product', products[position % 2] ?? '', { amount })
  await expectFresh()
})

test('what moves with the day is counted while reading, and rows are found by what they sum up', async () => {
  const id = await made('order', {
    name: 'Wanted',
    items: [
      {
        parts: [
          { name: 'past', due: '2000-01-01', amount: '1' },
          { name: 'next', due: '2999-01-01', amount: '2' },
        ],
      },
      { parts: [] },
    ],
  })
  expect((await rowsOf(id)).map((row) => [row['to_come'], row['total'], row['first']])).toEqual([
    ['1', '3.00', 'past'],
    ['0', '0.00', null],
  ])
  const found = await queryRecords(space.database, space.scene('admin'), 'order', {
    columns: ['name', 'whose'],
    filter: { and: [{ eq: [v('name'), 'Wanted'] }, { gt: [{ sum: [v('items.to_come')] }, 0] }] },
    sort: [{ field: 'whose', direction: 'asc' }],
    limit: 5,
  })
  expect(found).toMatchObject({ ok: true, rows: [{ id, values: { whose: 'past, next' } }] })
})
