import type { FormRights } from '@pipewright/contract'
import { emptyDefinition } from '@pipewright/metadata'
import type { AppDefinition, Field, Form, Rule } from '@pipewright/schemas'

const label = (en: string) => ({ en, zh: `${en}（中）` })

/** A form over the given fields, all in one section. */
export function aForm(fields: readonly Field[], changes: Partial<Form> = {}): Form {
  return {
    key: 'deal',
    label: { en: 'Deal', zh: '商机' },
    labelPlural: { en: 'Deals', zh: '商机' },
    titleField: fields[0]?.key ?? 'name',
    fields: [...fields],
    layout: { sections: [{ key: 'main', columns: 2, items: fields.map((field) => ({ field: field.key })) }] },
    ...changes,
  }
}

export function aDefinition(...forms: readonly Form[]): AppDefinition {
  return { ...emptyDefinition({ en: 'Sales', zh: '销售' }), forms: [...forms] }
}

/** May do and change everything in a form. */
export function fullRights(form: Form): FormRights {
  const columns = form.fields.flatMap((field) =>
    field.type === 'lineItems' ? field.fields.map((column) => `${field.key}.${column.key}`) : [],
  )
  const paths = [...form.fields.map((field) => field.key), ...columns]
  return {
    create: true,
    read: true,
    update: true,
    delete: true,
    purge: true,
    import: true,
    export: true,
    fields: Object.fromEntries(paths.map((path) => [path, 'write' as const])),
  }
}

export const aTextField = (changes: Partial<Extract<Field, { type: 'text' }>> = {}): Field => ({
  type: 'text',
  key: 'name',
  label: label('Name'),
  ...changes,
})

export const stageField: Field = {
  type: 'choice',
  key: 'stage',
  label: label('Stage'),
  options: [
    { key: 'open', label: { en: 'Open', zh: '进行中' }, color: 'blue', outcome: 'open' },
    { key: 'won', label: { en: 'Won', zh: '赢单' }, color: 'green', outcome: 'won' },
    { key: 'lost', label: { en: 'Lost', zh: '输单' }, color: 'red', outcome: 'lost' },
  ],
}

export const itemsField: Field = {
  type: 'lineItems',
  key: 'items',
  label: label('Items'),
  fields: [
    { type: 'text', key: 'product', label: label('Product'), required: true },
    { type: 'number', key: 'quantity', label: label('Quantity'), scale: 0 },
    { type: 'money', key: 'price', label: label('Price'), currency: 'CNY' },
    {
      type: 'formula',
      key: 'line_total',
      label: label('Line total'),
      resultType: 'money',
      currency: 'CNY',
      expression: { mul: [{ var: 'quantity' }, { var: 'price' }] },
    },
  ],
}

export const totalField: Field = {
  type: 'formula',
  key: 'total',
  label: label('Total'),
  resultType: 'money',
  currency: 'CNY',
  expression: { sum: [{ var: 'items.line_total' }] },
}

/** One field of every type. */
export const everyField: readonly Field[] = [
  aTextField(),
  { type: 'longText', key: 'note', label: label('Note') },
  { type: 'richText', key: 'story', label: label('Story') },
  { type: 'number', key: 'number', label: label('Number') },
  { type: 'money', key: 'amount', label: label('Amount'), currency: 'CNY' },
  { type: 'percent', key: 'discount', label: label('Discount') },
  { type: 'rating', key: 'mood', label: label('Mood') },
  { type: 'date', key: 'day', label: label('Day') },
  { type: 'dateTime', key: 'moment', label: label('Moment') },
  { type: 'time', key: 'opens', label: label('Opens') },
  { type: 'duration', key: 'effort', label: label('Effort') },
  { type: 'yesNo', key: 'active', label: label('Active') },
  stageField,
  { ...stageField, type: 'multiChoice', key: 'tags', label: label('Tags') } as Field,
  { type: 'email', key: 'email', label: label('E-mail') },
  { type: 'phone', key: 'phone', label: label('Phone') },
  { type: 'url', key: 'site', label: label('Site') },
  { type: 'address', key: 'place', label: label('Place') },
  {
    type: 'foreignMoney',
    key: 'foreign',
    label: label('Foreign'),
    currency: 'USD',
    home: 'CNY',
  },
  { type: 'dateRange', key: 'term', label: label('Term') },
  { type: 'location', key: 'spot', label: label('Spot') },
  { type: 'member', key: 'seller', label: label('Seller') },
  { type: 'tags', key: 'words', label: label('Words') },
  { type: 'members', key: 'team', label: label('Team') },
  { type: 'department', key: 'unit', label: label('Unit') },
  { type: 'departments', key: 'units', label: label('Units') },
  { type: 'relation', key: 'account', label: label('Account'), form: 'deal' },
  { type: 'relations', key: 'accounts', label: label('Accounts'), form: 'deal' },
  itemsField,
  { type: 'autoNumber', key: 'code', label: label('Code') },
  { type: 'attachment', key: 'files', label: label('Files') },
  totalField,
  {
    type: 'rollup',
    key: 'children',
    label: label('Children'),
    form: 'deal',
    relation: 'account',
    function: 'count',
    resultType: 'number',
    scale: 0,
  },
]

export const aRule = (changes: Partial<Rule> & Pick<Rule, 'when' | 'effects'>): Rule => ({
  key: 'rule',
  label: { en: 'A rule', zh: '规则' },
  ...changes,
})
