import type { FieldValue } from '@pipewright/compiler'
import {
  aForm,
  aFormulaField,
  aLineItemsField,
  aMoneyField,
  anApp,
  aNumberField,
  aTextField,
} from '@pipewright/metadata/builders'
import type { Form } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRecord } from './create-records.ts'
import { counting, testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { updateRecord } from './update-record.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
const most = 5000
const items = aLineItemsField({
  fields: [
    aTextField({ key: 'product', required: true }),
    aNumberField({ key: 'quantity', scale: 0 }),
    aMoneyField({ key: 'price' }),
    aTextField({ key: 'note' }),
    aFormulaField({ key: 'line_total', expression: { mul: [{ var: 'quantity' }, { var: 'price' }] } }),
  ],
})
const rules: Form['rules'] = [
  {
    key: 'say_why',
    label: { en: 'Say why', zh: '说明原因' },
    rows: 'items',
    when: { gt: [{ var: 'quantity' }, 4990] },
    effects: [{ type: 'require', fields: ['items.note'] }],
  },
]
const total = aFormulaField({ key: 'total', expression: { sum: [{ var: 'items.line_total' }] } })
const few = aLineItemsField({ key: 'few', maxRows: 3, fields: [aTextField()] })
const definition = anApp({
  forms: [aForm({ key: 'packing', fields: [aTextField(), items, few, total], rules })],
})
let space: TestWorkspace

beforeAll(async () => {
  space = await testWorkspace(await freshDatabase(), definition)
})
afterAll(() => space.close())

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    product: `Part ${at}`,
    quantity: String(at),
    price: '0.01',
    note: at > 4990 ? 'last ones' : null,
  }))

async function create(values: unknown) {
  const begin = performance.now()
  const made = await writeTransaction(space.database, (tx) => {
    const counted = counting(tx)
    return createRecord(counted, space.scene('admin'), 'packing', { values }, person).then((outcome) => ({
      ...outcome,
      statements: counted.statements.length,
    }))
  })
  return { made, took: performance.now() - begin }
}

test('5,000 rows are checked, calculated and stored at once, as quickly as a person waits for', async () => {
  const { made, took } = await create({ name: 'Long', items: rows(most) })
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  expect(made.statements).toBeLessThan(5)
  expect(made.record.values['total']).toBe('124975.00')
  const stored = made.record.values['items'] as readonly Record<string, FieldValue>[]
  expect(stored).toHaveLength(most)
  const begin = performance.now()
  const changed = stored.toReversed().map((row) => ({ id: row['id'], note: 'turned' }))
  const saved = await writeTransaction(space.database, (tx) =>
    updateRecord(
      tx,
      space.scene('admin'),
      'packing',
      made.record.id,
      { version: 1, values: { items: changed } },
      person,
    ),
  )
  const again = performance.now() - begin
  if (!saved.ok) throw new Error(JSON.stringify(saved.problem))
  const [first] = saved.record.values['items'] as readonly Record<string, FieldValue>[]
  expect(first).toMatchObject({ id: stored.at(-1)?.['id'], product: 'Part 4999', note: 'turned' })
  expect(took).toBeLessThan(10_000)
  expect(again).toBeLessThan(10_000)
})

test('a rule is asked in each of 5,000 rows and names the cells', async () => {
  const { made } = await create({ name: 'Long', items: rows(most).map((row) => ({ ...row, note: null })) })
  if (made.ok) throw new Error('accepted')
  const cells = Array.from({ length: 9 }, (_, at) => `/values/items/${at + 4991}/note`)
  expect(made.problem.errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(
    cells.map((cell) => `${cell} required`),
  )
})

test('one row more than the field allows is refused, and the limit is named', async () => {
  const over = async (values: unknown) => {
    const { made } = await create(values)
    return made.ok ? 'accepted' : made.problem.errors
  }
  expect(await over({ name: 'Long', items: rows(most + 1).map((row) => ({ ...row, note: 'x' })) })).toEqual([
    { pointer: '/values/items', code: 'too-many', params: { max: most } },
  ])
  expect(
    await over({ name: 'Few', few: [{ name: '1' }, { name: '2' }, { name: '3' }, { name: '4' }] }),
  ).toEqual([{ pointer: '/values/few', code: 'too-many', params: { max: 3 } }])
})
