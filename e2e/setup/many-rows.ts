import type { AnswerOf, Routes } from '@pipewright/contract'

type Form = AnswerOf<Routes['getDraft']>['definition']['forms'][number]

const texts = (name: string) => ({ en: name, zh: name })
const units = ['piece', 'box', 'pallet'].map((option) => ({ key: option, label: texts(option) }))

/** A packing list: eight columns, one of them calculated, with a rule per row and a total. */
export const manyRowsForm: Form = {
  key: 'packing',
  label: texts('packing'),
  labelPlural: texts('packing'),
  titleField: 'name',
  fields: [
    { type: 'text', key: 'name', label: texts('name'), required: true },
    {
      type: 'lineItems',
      key: 'items',
      label: texts('items'),
      totals: [{ field: 'price', functions: ['avg', 'max'] }],
      fields: [
        { type: 'text', key: 'product', label: texts('product'), required: true },
        { type: 'choice', key: 'unit', label: texts('unit'), options: units },
        { type: 'number', key: 'quantity', label: texts('quantity'), scale: 0 },
        { type: 'money', key: 'price', label: texts('price'), currency: 'CNY' },
        { type: 'date', key: 'due', label: texts('due') },
        { type: 'yesNo', key: 'packed', label: texts('packed') },
        { type: 'text', key: 'note', label: texts('note') },
        {
          type: 'formula',
          key: 'line_total',
          label: texts('line total'),
          resultType: 'money',
          currency: 'CNY',
          expression: { mul: [{ var: 'quantity' }, { var: 'price' }] },
        },
      ],
    },
    {
      type: 'formula',
      key: 'total',
      label: texts('total'),
      resultType: 'money',
      currency: 'CNY',
      expression: { sum: [{ var: 'items.line_total' }] },
    },
  ],
  rules: [
    {
      key: 'say_why',
      label: texts('say why'),
      rows: 'items',
      when: { gt: [{ var: 'quantity' }, 995] },
      effects: [{ type: 'require', fields: ['items.note'] }],
    },
  ],
  layout: {
    sections: [
      { key: 'main', columns: 1, items: [{ field: 'name' }, { field: 'items' }, { field: 'total' }] },
    ],
  },
}

export const packingRows = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    product: `Part ${at + 1}`,
    unit: 'box',
    quantity: String(at + 1),
    price: '0.01',
    due: '2026-12-01',
    packed: at % 2 === 0,
    note: 'handle with care',
  }))
