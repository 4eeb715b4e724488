import { emptyDefinition } from '@pipewright/metadata'
import type { AppDefinition, Expression, Field, Form } from '@pipewright/schemas'

const label = (en: string) => ({ en, zh: en })
const plain = { label: label('x') }

/** Lines of each record of the file. */
export const linesOf = 5

const lineTotal: Expression = {
  round: [{ mul: [{ var: 'quantity' }, { var: 'unit_price' }] }, 2],
}

const lineFields: readonly Field[] = [
  { ...plain, type: 'relation', key: 'product', form: 'product', required: true },
  { ...plain, type: 'text', key: 'description', maxLength: 200 },
  { ...plain, type: 'number', key: 'quantity', scale: 2, required: true, min: '0.01' },
  { ...plain, type: 'money', key: 'unit_price', currency: 'CNY', scale: 2, required: true, min: '0' },
  { ...plain, type: 'date', key: 'due' },
  {
    ...plain,
    type: 'formula',
    key: 'line_total',
    resultType: 'money',
    currency: 'CNY',
    expression: lineTotal,
  },
]

const quoteFields: readonly Field[] = [
  { ...plain, type: 'text', key: 'code', required: true, unique: true },
  { ...plain, type: 'text', key: 'name', required: true, maxLength: 200 },
  { ...plain, type: 'relation', key: 'account', form: 'account', required: true },
  { ...plain, type: 'date', key: 'valid_until' },
  { ...plain, type: 'longText', key: 'terms' },
  { ...plain, type: 'lineItems', key: 'items', fields: [...lineFields] as never },
  {
    ...plain,
    type: 'formula',
    key: 'total',
    resultType: 'money',
    currency: 'CNY',
    expression: { sum: [{ var: 'items.line_total' }] },
  },
]

/** The columns of the file, which repeats what is of the record in each row, as an exported one does. */
export const quoteColumns = [
  { field: 'code' },
  { field: 'name' },
  { field: 'account', matchBy: 'name' },
  { field: 'valid_until', dateFormat: 'YMD' as const },
  { field: 'terms' },
  { field: 'items.product', matchBy: 'name' },
  { field: 'items.description' },
  { field: 'items.quantity' },
  { field: 'items.unit_price' },
  { field: 'items.due', dateFormat: 'YMD' as const },
]

/** A row of the file: one line of a record; a file that comes again says other quantities. */
export function quoteRow(
  n: number,
  {
    accounts,
    products,
    again,
  }: { readonly accounts: number; readonly products: number; readonly again: boolean },
): string[] {
  const record = Math.floor(n / linesOf)
  const month = String((record % 12) + 1).padStart(2, '0')
  return [
    `Q-${record}`,
    `深圳市示例科技 Quote ${record}`,
    `Company ${record % accounts}`,
    `2026-${month}-15`,
    `Net 30 days, delivery in the ${record % 4} quarter.`,
    `Product ${n % products}`,
    `Line ${n % linesOf} of quote ${record}`,
    `${(n % 90) + (again ? 2 : 1)}`,
    `${n % 900}.50`,
    `2026-${month}-20`,
  ]
}

const form = (key: string, fields: readonly Field[]): Form => ({
  key,
  label: label(key),
  labelPlural: label(key),
  titleField: 'name',
  searchFields: ['name'],
  fields: [...fields],
  layout: { sections: [{ key: 'main', columns: 2, items: fields.map((field) => ({ field: field.key })) }] },
})

export const linesDefinition: AppDefinition = {
  ...emptyDefinition(label('Bench')),
  forms: [
    form('account', [{ ...plain, type: 'text', key: 'name', required: true }]),
    form('product', [
      { ...plain, type: 'text', key: 'name', required: true },
      { ...plain, type: 'money', key: 'price', currency: 'CNY', scale: 2 },
    ]),
    form('quote', quoteFields),
  ],
}
