import {
  aChoiceField,
  aDateField,
  aForm,
  aFormulaField,
  aMoneyField,
  aNumberField,
  aRelationField,
  aRelationsField,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import type { RollupField } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillCalculated } from '../publish/fill-calculated.ts'
import { createRecord } from './create-records.ts'
import { deleteRecord, restoreRecord } from './delete-record.ts'
import { getRecord } from './get-record.ts'
import { now, testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { changeRecord, updateRecord } from './update-record.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
const text = { resultType: 'text' } as const
const byDue = { orderBy: { field: 'due', direction: 'asc' } } as const
const money = { resultType: 'money', currency: 'CNY', scale: 2 } as const

const over = (rows: Partial<RollupField>, prefix: string): RollupField[] => {
  const made = (given: Partial<RollupField>): RollupField => ({
    type: 'rollup',
    label: { en: 'Figure', zh: '汇总' },
    form: 'part',
    function: 'count',
    resultType: 'number',
    scale: 0,
    ...given,
    ...rows,
    key: `${prefix}_${given.key}`,
  })
  return [
    made({ key: 'count' }),
    made({ key: 'sum', function: 'sum', field: 'amount', ...money }),
    made({ key: 'avg', function: 'avg', field: 'amount', scale: 2 }),
    made({ key: 'least', function: 'min', field: 'amount', scale: 2 }),
    made({ key: 'most', function: 'max', field: 'amount', scale: 2 }),
    made({ key: 'first', function: 'first', field: 'what', ...byDue, ...text }),
    made({ key: 'last', function: 'last', field: 'stage', ...byDue, ...text, resultType: 'choice' }),
    made({ key: 'kinds', function: 'countDistinct', field: 'stage' }),
    made({ key: 'names', function: 'list', field: 'what', ...text }),
    made({ key: 'stages', function: 'listDistinct', field: 'stage', resultType: 'multiChoice' }),
    made({
      key: 'open',
      function: 'list',
      field: 'what',
      ...text,
      filter: { ne: [{ var: 'stage' }, 'lost'] },
    }),
    made({ key: 'near', filter: { lt: [{ var: 'maker.distance' }, 10] } }),
  ]
}

const definition = anApp({
  forms: [
    aForm({ key: 'maker', fields: [aTextField(), aNumberField({ key: 'distance' })] }),
    aForm({
      key: 'order',
      fields: [
        aTextField(),
        aRelationsField({ key: 'parts', form: 'part', onDelete: 'clear' }),
        ...over({ form: 'part', through: 'parts' }, 'own'),
        ...over({ form: 'part', relation: 'orders' }, 'far'),
        aFormulaField({ key: 'twice', expression: { mul: [{ var: 'own_sum' }, 2] } }),
        aFormulaField({ key: 'back', expression: { mul: [{ var: 'far_sum' }, 2] } }),
      ],
      rules: [
        {
          key: 'dear',
          label: { en: 'Dear', zh: '过贵' },
          when: { gt: [{ var: 'own_sum' }, 1000] },
          effects: [{ type: 'refuse', message: { en: 'Too dear', zh: '太贵' } }],
        },
      ],
    }),
    aForm({
      key: 'part',
      fields: [
        aTextField({ key: 'what' }),
        aMoneyField(),
        aChoiceField(),
        aDateField(),
        aRelationField({ key: 'maker', form: 'maker' }),
        aRelationsField({ key: 'orders', form: 'order' }),
      ],
      titleField: 'what',
    }),
  ],
})
let space: TestWorkspace

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
})
afterAll(() => space.close())

const scene = () => space.scene('admin')

async function made(form: string, values: unknown): Promise<string> {
  const outcome = await writeTransaction(space.database, (tx) =>
    createRecord(tx, scene(), form, { values }, person),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.record.id
}

const read = async (form: string, id: string) => {
  const found = await getRecord(space.database, scene(), form, id)
  if (!found.ok) throw new Error(found.problem.code)
  return found.record
}

async function change(form: string, id: string, values: unknown) {
  const { version } = await read(form, id)
  return writeTransaction(space.database, (tx) =>
    updateRecord(tx, scene(), form, id, { version, values }, person),
  )
}

const rows = [
  { what: 'Pump', amount: '10.10', stage: 'won', due: '2026-03-01' },
  { what: 'Valve', amount: '0.05', stage: 'lost', due: '2026-01-01' },
  { what: 'Seal', amount: null, stage: 'open', due: null },
  { what: 'Pipe', amount: '3', stage: 'won', due: '2026-01-02' },
]
const figures = (prefix: string) => ({
  [`${prefix}_count`]: '4',
  [`${prefix}_sum`]: '13.15',
  [`${prefix}_avg`]: '4.38',
  [`${prefix}_least`]: '0.05',
  [`${prefix}_most`]: '10.10',
  [`${prefix}_first`]: 'Valve',
  [`${prefix}_last`]: 'won',
  [`${prefix}_kinds`]: '3',
  [`${prefix}_names`]: 'Pump, Valve, Seal, Pipe',
  [`${prefix}_stages`]: ['open', 'won', 'lost'],
  [`${prefix}_open`]: 'Pump, Seal, Pipe',
  [`${prefix}_near`]: '4',
})
const nothing = (prefix: string) => ({
  [`${prefix}_count`]: '0',
  [`${prefix}_sum`]: '0.00',
  [`${prefix}_avg`]: null,
  [`${prefix}_most`]: null,
  [`${prefix}_first`]: null,
  [`${prefix}_names`]: null,
  [`${prefix}_stages`]: null,
})

async function freshly(): Promise<void> {
  const table = `${space.workspace.schema}."order"`
  const all = () => space.database.query({ text: `select * from ${table} order by id`, values: [] })
  const kept = await all()
  const recalculate = definition.forms.flatMap(({ key, fields }) =>
    fields.filter((field) => 'resultType' in field).map((field) => ({ form: key, field: field.key })),
  )
  await space.database.transaction((tx) =>
    fillCalculated(
      tx,
      space.workspace,
      definition,
      { steps: [], recalculate, reindexSearch: [] },
      { by: null, now, revision: 1 },
    ),
  )
  expect(await all()).toEqual(kept)
}

test('records that a list names are summed up when it is written, and again when one of them changes, goes and comes back', async () => {
  const maker = await made('maker', { name: 'M', distance: '5' })
  const parts: string[] = []
  for (const row of rows) parts.push(await made('part', { ...row, maker }))
  const order = await made('order', { name: 'One', parts })
  expect((await read('order', order)).values).toMatchObject({
    ...figures('own'),
    ...nothing('far'),
    twice: '26.30',
  })
  await change('part', parts[0] ?? '', { amount: '1', what: 'Tap' })
  expect((await read('order', order)).values).toMatchObject({
    own_sum: '4.05',
    own_most: '3.00',
    own_names: 'Tap, Valve, Seal, Pipe',
    twice: '8.10',
  })
  await change('maker', maker, { distance: '50' })
  expect((await read('order', order)).values).toMatchObject({ own_near: '0' })
  await change('order', order, { parts: [parts[3], parts[0]] })
  expect((await read('order', order)).values).toMatchObject({
    own_count: '2',
    own_sum: '4.00',
    own_names: 'Pipe, Tap',
  })
  const { version } = await read('part', parts[3] ?? '')
  await writeTransaction(space.database, (tx) =>
    deleteRecord(tx, scene(), 'part', parts[3] ?? '', version, person),
  )
  expect((await read('order', order)).values).toMatchObject({
    own_count: '1',
    own_sum: '1.00',
    parts: [parts[0]],
  })
  await change('order', order, { parts: [] })
  expect((await read('order', order)).values).toMatchObject({ ...nothing('own'), twice: '0.00' })
  await freshly()
})

test('records that name this one in a list are summed up, and again when a list changes', async () => {
  const maker = await made('maker', { name: 'M', distance: '5' })
  const [order, other] = [await made('order', { name: 'A' }), await made('order', { name: 'B' })]
  const parts: string[] = []
  for (const row of rows) parts.push(await made('part', { ...row, maker, orders: [order] }))
  expect((await read('order', order)).values).toMatchObject({
    ...figures('far'),
    ...nothing('own'),
    back: '26.30',
  })
  await change('part', parts[0] ?? '', { orders: [order, other] })
  expect((await read('order', other)).values).toMatchObject({
    far_sum: '10.10',
    far_names: 'Pump',
    back: '20.20',
  })
  await change('part', parts[0] ?? '', { amount: '1', orders: [other] })
  expect((await read('order', order)).values).toMatchObject({
    far_count: '3',
    far_sum: '3.05',
    far_most: '3.00',
  })
  expect((await read('order', other)).values).toMatchObject({
    far_count: '1',
    far_sum: '1.00',
    far_near: '1',
  })
  await change('maker', maker, { distance: '50' })
  expect((await read('order', other)).values).toMatchObject({ far_near: '0' })
  const { version } = await read('part', parts[0] ?? '')
  const gone = await writeTransaction(space.database, (tx) =>
    deleteRecord(tx, scene(), 'part', parts[0] ?? '', version, person),
  )
  expect(gone.ok).toBe(true)
  expect((await read('order', other)).values).toMatchObject(nothing('far'))
  await writeTransaction(space.database, (tx) =>
    restoreRecord(tx, scene(), 'part', parts[0] ?? '', version + 1, person),
  )
  expect((await read('order', other)).values).toMatchObject({ far_sum: '1.00' })
  await freshly()
})

test('rules see what the changed list comes to', async () => {
  const parts = [
    await made('part', { what: 'Crane', amount: '999' }),
    await made('part', { what: 'Hook', amount: '2' }),
  ]
  const order = await made('order', { name: 'Big', parts: parts.slice(0, 1) })
  const refused = await change('order', order, { parts })
  expect(refused).toMatchObject({ ok: false, problem: { code: 'rule-refused' } })
  expect(await change('order', order, { parts: parts.slice(1) })).toMatchObject({ ok: true })
})

test('a record that is put on a list while somebody changes it is summed up as it is in the end', async () => {
  const part = await made('part', { what: 'Pump', amount: '1' })
  const order = await made('order', { name: 'Race' })
  let changing: Promise<unknown> = Promise.resolve()
  await space.database.transaction(async (tx) => {
    const changed = await changeRecord(
      tx,
      scene(),
      'part',
      part,
      { version: 1, values: { amount: '7' } },
      person,
    )
    expect(changed.ok).toBe(true)
    changing = change('order', order, { parts: [part] })
    // Long enough for the other to come as far as the record that is held here.
    await new Promise((resolve) => setTimeout(resolve, 300))
  })
  await changing
  expect((await read('order', order)).values).toMatchObject({ own_sum: '7.00', own_names: 'Pump' })
})
