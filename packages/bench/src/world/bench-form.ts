import type { Expression, Field, Form, View } from '@pipewright/schemas'

const label = (en: string) => ({ en, zh: en })
const plain = { label: label('x') }
const option = (key: string) => ({ key, label: label(key) })

export const stages = ['new', 'contacted', 'qualified', 'proposal', 'negotiation', 'won', 'lost'] as const
export const sources = ['website', 'exhibition', 'referral', 'partner'] as const

/** The twenty columns of the form that both servers speak about. */
export const opportunityFields: readonly Field[] = [
  { ...plain, type: 'text', key: 'name', required: true, maxLength: 200 },
  { ...plain, type: 'relation', key: 'account', form: 'account', required: true },
  { ...plain, type: 'choice', key: 'stage', required: true, options: stages.map(option) },
  { ...plain, type: 'money', key: 'amount', currency: 'CNY', scale: 2, min: '0' },
  { ...plain, type: 'percent', key: 'probability', scale: 0, min: '0', max: '100' },
  { ...plain, type: 'date', key: 'close_date' },
  { ...plain, type: 'choice', key: 'source', options: sources.map(option) },
  { ...plain, type: 'text', key: 'next_step' },
  { ...plain, type: 'longText', key: 'description' },
  { ...plain, type: 'choice', key: 'priority', options: ['low', 'normal', 'high'].map(option) },
  { ...plain, type: 'text', key: 'contact_name' },
  { ...plain, type: 'phone', key: 'phone' },
  { ...plain, type: 'email', key: 'email' },
  { ...plain, type: 'url', key: 'website' },
  { ...plain, type: 'text', key: 'region' },
  { ...plain, type: 'money', key: 'budget', currency: 'CNY', scale: 2 },
  { ...plain, type: 'number', key: 'score', scale: 0 },
  { ...plain, type: 'yesNo', key: 'is_key' },
  { ...plain, type: 'dateTime', key: 'met_at' },
  { ...plain, type: 'multiChoice', key: 'tags', options: ['hot', 'price', 'repeat'].map(option) },
]

function form(key: string, fields: readonly Field[]): Form {
  return {
    key,
    label: label(key),
    labelPlural: label(key),
    titleField: 'name',
    searchFields: ['name'],
    fields: [...fields],
    layout: { sections: [{ key: 'main', columns: 2, items: fields.map((field) => ({ field: field.key })) }] },
  }
}

export const benchForms: readonly Form[] = [
  form('account', [{ ...plain, type: 'text', key: 'name', required: true }]),
  form('opportunity', opportunityFields),
]

export const listColumns = ['name', 'stage', 'amount', 'close_date', 'account'] as const
export const negotiating: Expression = { eq: [{ var: 'stage' }, 'negotiation'] }

const view = (key: string, rest: Partial<View>): View => ({
  key,
  form: 'opportunity',
  label: label(key),
  type: 'table',
  columns: [...listColumns],
  ...rest,
})

/** The saved lists whose filter and order the compiler indexes. */
export const benchViews: readonly View[] = [
  view('negotiating', { filter: negotiating, sort: [{ field: 'amount', direction: 'desc' }] }),
  view('by_stage', {
    sort: [
      { field: 'stage', direction: 'asc' },
      { field: 'amount', direction: 'desc' },
    ],
  }),
  view('largest', { sort: [{ field: 'amount', direction: 'desc' }] }),
]
