import {
  aChoiceField,
  aDateField,
  aForm,
  aFormulaField,
  aLineItemsField,
  aLookupField,
  aMoneyField,
  aNumberField,
  aRelationField,
  aRollupField,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import type { RollupField } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from './create-records.ts'
import { deleteRecord } from './delete-record.ts'
import { getRecord } from './get-record.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { updateRecord } from './update-record.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
const text = { resultType: 'text' } as const
const over = (rows: Partial<RollupField>, prefix: string): RollupField[] => {
  const made = (given: Partial<RollupField>) =>
    JSON.parse(
      JSON.stringify({ ...aRollupField({ ...rows, ...given }), key: `${prefix}_${given.key}` }),
    ) as RollupField
  const byDue = { orderBy: { field: 'due', direction: 'asc' } } as const
  return [
    made({ key: 'sum', function: 'sum', field: 'amount', resultType: 'money', currency: 'CNY', scale: 2 }),
    made({ key: 'avg', function: 'avg', field: 'amount', scale: 2 }),
    made({ key: 'first', function: 'first', field: 'what', ...byDue, ...text }),
    made({ key: 'last', function: 'last', field: 'stage', ...byDue, ...text, resultType: 'choice' }),
    made({ key: 'kinds', function: 'countDistinct', field: 'stage' }),
    made({ key: 'names', function: 'list', field: 'what', ...byDue, ...text }),
    made({ key: 'days', function: 'listDistinct', field: 'due', ...text }),
    made({ key: 'stages', function: 'listDistinct', field: 'stage', ...text, resultType: 'multiChoice' }),
    made({
      key: 'open',
      function: 'list',
      field: 'what',
      ...text,
      filter: { ne: [{ var: 'stage' }, 'lost'] },
    }),
  ]
}
const columns = [aTextField({ key: 'what' }), aMoneyField(), aChoiceField(), aDateField()]
const own = { form: 'order', relation: undefined, lineItems: 'items' } as unknown as Partial<RollupField>
const definition = anApp({
  forms: [
    aForm({
      key: 'order',
      fields: [
        aTextField(),
        aLineItemsField({ key: 'items', fields: columns }),
        ...over(own, 'own'),
        ...over({ form: 'part', relation: 'order' }, 'far'),
        aFormulaField({ key: 'twice', expression: { mul: [{ var: 'own_sum' }, 2] } }),
      ],
    }),
    aForm({ key: 'part', fields: [...columns, aRelationField({ key: 'order', form: 'order' })] }),
    // Computed over computed: a formula of a lookup of a rollup of a formula.
    aForm({
      key: 'a',
      fields: [
        aTextField(),
        aFormulaField({ key: 'late', expression: { add: [{ var: 'early' }, 1] } }),
        aFormulaField({ key: 'early', expression: { mul: [{ var: 'total' }, 10] } }),
        aRollupField({ key: 'total', form: 'b', relation: 'a', function: 'sum', field: 'value', scale: 2 }),
      ],
    }),
    aForm({
      key: 'b',
      fields: [
        aTextField(),
        aRelationField({ key: 'a', form: 'a' }),
        aNumberField(),
        aFormulaField({ key: 'value', expression: { mul: [{ var: 'quantity' }, 2] } }),
      ],
    }),
    aForm({
      key: 'c',
      fields: [
        aTextField(),
        aRelationField({ key: 'a', form: 'a' }),
        aFormulaField({ key: 'above', expression: { add: [{ var: 'seen' }, 0.5] } }),
        aLookupField({ key: 'seen', path: 'a.late', resultType: 'number' }),
      ],
    }),
  ],
})
let space: TestWorkspace

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
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
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
}

const rows = [
  { what: 'Pump', amount: '10.10', stage: 'won', due: '2026-03-01' },
  { what: 'Valve', amount: '0.05', stage: 'lost', due: '2026-01-01' },
  { what: 'Seal', amount: null, stage: 'open', due: null },
  { what: 'Pipe', amount: '3', stage: 'won', due: '2026-01-01' },
]
const figures = (prefix: string) => ({
  [`${prefix}_sum`]: '13.15',
  [`${prefix}_avg`]: '4.38',
  [`${prefix}_first`]: 'Valve',
  [`${prefix}_last`]: 'won',
  [`${prefix}_kinds`]: '3',
  [`${prefix}_names`]: 'Valve, Pipe, Pump, Seal',
  [`${prefix}_days`]: '2026-01-01, 2026-03-01',
  [`${prefix}_stages`]: ['open', 'won', 'lost'],
  [`${prefix}_open`]: 'Pump, Seal, Pipe',
})

test('line items and related records are summed up alike, and again when one of them changes', async () => {
  const order = await made('order', { name: 'One', items: rows })
  const parts: string[] = []
  for (const row of rows) parts.push(await made('part', { ...row, order }))
  expect((await read('order', order)).values).toMatchObject({
    ...figures('own'),
    ...figures('far'),
    twice: '26.30',
  })
  const items = (await read('order', order)).values['items'] as { id: string }[]
  await change('order', order, { items: [{ id: items[0]?.id, amount: '1' }] })
  expect((await read('order', order)).values).toMatchObject({
    own_sum: '1.00',
    own_names: 'Pump',
    own_stages: ['won'],
    twice: '2.00',
  })
  await change('part', parts[1] ?? '', { what: 'Tap', due: '2026-12-31' })
  expect((await read('order', order)).values).toMatchObject({
    far_first: 'Pipe',
    far_last: 'lost',
    far_names: 'Pipe, Pump, Tap, Seal',
    far_days: '2026-01-01, 2026-03-01, 2026-12-31',
  })
  const { version } = await read('part', parts[3] ?? '')
  await writeTransaction(space.database, (tx) =>
    deleteRecord(tx, space.scene('admin'), 'part', parts[3] ?? '', version, person),
  )
  expect((await read('order', order)).values).toMatchObject({ far_sum: '10.15', far_first: 'Pump' })
})

test('a record without rows has empty lists and sums of zero', async () => {
  const order = await made('order', { name: 'Nothing' })
  expect((await read('order', order)).values).toMatchObject({
    own_sum: '0.00',
    far_sum: '0.00',
    own_avg: null,
    own_names: null,
    own_stages: null,
    own_kinds: '0',
    far_kinds: '0',
  })
})

test('a formula over a lookup over a rollup over a formula follows the first of them', async () => {
  const a = await made('a', { name: 'A' })
  const c = await made('c', { name: 'C', a })
  const b = await made('b', { name: 'B', a, quantity: '3' })
  expect((await read('c', c)).values).toMatchObject({ seen: '61.00', above: '61.50' })
  await change('b', b, { quantity: '4' })
  expect((await read('a', a)).values).toMatchObject({ total: '8.00', early: '80.00', late: '81.00' })
  expect((await read('c', c)).values).toMatchObject({ seen: '81.00', above: '81.50' })
})
