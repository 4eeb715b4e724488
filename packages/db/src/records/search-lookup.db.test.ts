import {
  aChoiceField,
  aDateField,
  aForm,
  aFormulaField,
  aLineItemsField,
  aLookupField,
  aMoneyField,
  aRelationField,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import { checkCompiled } from '@pipewright/compiler'
import type { LookupField, RecordSearch } from '@pipewright/schemas'
import { freshDatabase } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calculateDraft } from './calculate-draft.ts'
import { createRecord } from './create-records.ts'
import { getRecord } from './get-record.ts'
import { queryRecords } from './query-records.ts'
import { testWorkspace, type TestWorkspace } from './testing/template-workspace.ts'
import { writeTransaction } from './write-transaction.ts'

const person = { type: 'person' } as const
const money = { resultType: 'money', currency: 'CNY', scale: 2 } as const
const searching = (key: string, find: RecordSearch, looks: Partial<LookupField> = money): LookupField => {
  const { path: _, ...field } = aLookupField({ key, ...looks })
  return { ...field, find }
}
const ofKind = { field: 'kind', operator: 'eq' as const, value: 'retail' }
const valid = { field: 'since', operator: 'lte' as const, value: { var: 'day' } }
const price = (product: string): RecordSearch => ({
  form: 'price',
  field: 'amount',
  where: [{ field: 'product', operator: 'eq', value: { var: product } }, ofKind, valid],
  orderBy: { field: 'since', direction: 'desc' },
})
const kind = aChoiceField({
  key: 'kind',
  options: ['retail', 'bulk'].map((key) => ({ key, label: { en: key } })),
})
const definition = anApp({
  forms: [
    aForm({ key: 'product', fields: [aTextField()] }),
    aForm({
      key: 'price',
      fields: [
        aTextField(),
        aRelationField({ key: 'product', form: 'product' }),
        aDateField({ key: 'since' }),
        kind,
        aMoneyField(),
      ],
    }),
    aForm({
      key: 'order',
      fields: [
        aTextField(),
        aDateField({ key: 'day' }),
        aRelationField({ key: 'product', form: 'product' }),
        searching('price', price('product')),
        searching('tariff', { ...price('product'), field: 'kind' }, { resultType: 'choice' }),
        searching(
          'unpriced',
          { form: 'price', field: 'name', where: [{ field: 'amount', operator: 'isEmpty' }] },
          { resultType: 'text' },
        ),
        aFormulaField({ key: 'double', expression: { mul: [{ var: 'price' }, 2] }, scale: 2 }),
        aLineItemsField({
          key: 'items',
          fields: [
            aRelationField({ key: 'what', form: 'product' }),
            aDateField({ key: 'day' }),
            searching('each', price('what')),
          ],
        }),
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

const read = async (id: string) => {
  const found = await getRecord(space.database, space.scene('admin'), 'order', id)
  if (!found.ok) throw new Error(found.problem.code)
  return found.record.values
}

test('the definition is one that can be published', () => {
  expect(checkCompiled(definition)).toEqual([])
})

test('a value is found by several conditions, live, for records, rows, filters and what leans on it', async () => {
  const [nut, bolt] = [await made('product', { name: 'Nut' }), await made('product', { name: 'Bolt' })]
  const rows = [
    { product: nut, since: '2026-01-01', kind: 'retail', amount: '2' },
    { product: nut, since: '2026-06-01', kind: 'retail', amount: '3' },
    { product: nut, since: '2026-03-01', kind: 'bulk', amount: '1' },
    { product: bolt, since: '2026-01-01', kind: 'retail', amount: '9' },
  ]
  for (const row of rows) await made('price', { name: 'P', ...row })
  await made('price', { name: 'Free' })
  const values = {
    name: 'O',
    product: nut,
    day: '2026-05-01',
    items: [{ what: bolt, day: '2026-05-01' }, { what: nut }],
  }
  const id = await made('order', values)
  expect(await read(id)).toMatchObject({
    price: '2.00',
    tariff: 'retail',
    unpriced: 'Free',
    double: '4.00',
    items: [{ each: '9.00' }, { each: null }],
  })
  await made('price', { name: 'P', product: nut, since: '2026-04-01', kind: 'retail', amount: '2.5' })
  expect(await read(id)).toMatchObject({ price: '2.50', double: '5.00' })
  const typed = await calculateDraft(space.database, space.scene('admin'), 'order', {
    id,
    values: { day: '2026-07-01', items: [{ what: nut, day: '2026-01-02' }] },
  })
  expect(typed).toMatchObject({
    values: { price: '3.00', double: '6.00', tariff: 'retail', items: [{ each: '2.00' }] },
  })
  const page = await queryRecords(space.database, space.scene('admin'), 'order', {
    filter: { and: [{ eq: [{ var: 'price' }, '2.5'] }, { eq: [{ var: 'tariff' }, 'retail'] }] },
  })
  expect(page).toMatchObject({ ok: true, rows: [{ id }] })
})

test('what does not fit together is told at its place', () => {
  const with_ = (find: RecordSearch, looks: Partial<LookupField> = money) => {
    const fields = [aTextField(), aDateField({ key: 'day' }), searching('found', find, looks)]
    const forms = [...definition.forms.slice(0, 2), aForm({ key: 'order', fields })]
    return checkCompiled({ ...definition, forms }).map(({ code, pointer }) => `${code} ${pointer}`)
  }
  const at = '/forms/2/fields/2'
  const find = { form: 'price', field: 'amount', where: [ofKind] }
  expect(with_(find)).toEqual([])
  expect(with_({ ...find, form: 'none' })).toContain(`unknown-form ${at}/find/form`)
  expect(with_({ ...find, field: 'none' })).toContain(`unknown-field ${at}/find/field`)
  expect(with_(find, { resultType: 'text' })).toEqual([`wrong-result ${at}/resultType`])
  expect(with_({ ...find, where: [{ ...ofKind, value: 'none' }] })).toEqual([
    `unknown-option ${at}/find/where/0/value`,
  ])
  expect(with_({ ...find, where: [{ field: 'amount', operator: 'gt', value: { var: 'name' } }] })).toContain(
    `bad-expression ${at}/find/where/0/value`,
  )
  expect(with_({ ...find, where: [{ field: 'amount', operator: 'gt', value: 'much' }] })).toEqual([
    `bad-expression ${at}/find`,
  ])
  expect(with_({ ...find, where: [{ field: 'name', operator: 'gt', value: 'a' }] })).toEqual([
    `bad-expression ${at}/find`,
  ])
})
