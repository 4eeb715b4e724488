import { emptyDefinition } from '@pipewright/metadata'
import type { AppDefinition, Field, Form } from '@pipewright/schemas'
import { sources, stages } from './bench-form.ts'

const label = (en: string) => ({ en, zh: en })
const plain = { label: label('x') }
const option = (key: string) => ({ key, label: label(key) })

const dealFields: readonly Field[] = [
  { ...plain, type: 'text', key: 'code', required: true, unique: true },
  { ...plain, type: 'text', key: 'name', required: true, maxLength: 200 },
  { ...plain, type: 'relation', key: 'account', form: 'account', required: true },
  { ...plain, type: 'choice', key: 'stage', required: true, options: stages.map(option) },
  { ...plain, type: 'choice', key: 'source', options: sources.map(option) },
  { ...plain, type: 'money', key: 'amount', currency: 'CNY', scale: 2, min: '0' },
  { ...plain, type: 'percent', key: 'probability', scale: 0, min: '0', max: '100' },
  { ...plain, type: 'date', key: 'close_date' },
  { ...plain, type: 'text', key: 'contact_name' },
  { ...plain, type: 'phone', key: 'phone' },
  { ...plain, type: 'email', key: 'email' },
  { ...plain, type: 'text', key: 'region' },
  { ...plain, type: 'yesNo', key: 'is_key' },
  { ...plain, type: 'number', key: 'score', scale: 0 },
  { ...plain, type: 'longText', key: 'description' },
  {
    ...plain,
    type: 'formula',
    key: 'expected',
    resultType: 'number',
    scale: 2,
    expression: {
      round: [{ div: [{ mul: [{ var: 'amount' }, { coalesce: [{ var: 'probability' }, 0] }] }, 100] }, 2],
    },
  },
]

/** The columns of the file; accounts are named by their titles. */
export const importedColumns = dealFields
  .filter(({ type }) => type !== 'formula')
  .map(({ key }) => ({
    field: key,
    ...(key === 'account' ? { matchBy: 'name' } : {}),
    ...(key === 'close_date' ? { dateFormat: 'YMD' as const } : {}),
  }))

/** A line of the file; one that changes a record says another amount than the one that made it. */
export const rowOf = (n: number, accounts: number, mode: string): string[] => [
  `D-${n}`,
  `深圳市示例科技 Deal ${n}`,
  `Company ${n % accounts}`,
  stages[n % 5] ?? '',
  sources[n % sources.length] ?? '',
  `${(n * 37) % 900_000}.${mode === 'create' ? '00' : '50'}`,
  `${n % 100}`,
  `2026-${String((n % 12) + 1).padStart(2, '0')}-15`,
  `张伟 ${n % 5000}`,
  `138${String(n).padStart(8, '0')}`,
  `buyer${n}@example.com`,
  `Region ${n % 30}`,
  n % 3 === 0 ? 'yes' : 'no',
  `${n % 100}`,
  `They asked about delivery in the ${n % 4} quarter; second line of notes of deal ${n}.`,
]

const form = (key: string, fields: readonly Field[]): Form => ({
  key,
  label: label(key),
  labelPlural: label(key),
  titleField: 'name',
  searchFields: ['name'],
  fields: [...fields],
  layout: { sections: [{ key: 'main', columns: 2, items: fields.map((field) => ({ field: field.key })) }] },
})

export const importDefinition: AppDefinition = {
  ...emptyDefinition(label('Bench')),
  forms: [
    form('account', [
      { ...plain, type: 'text', key: 'name', required: true },
      {
        ...plain,
        type: 'rollup',
        key: 'total',
        form: 'deal',
        relation: 'account',
        function: 'sum',
        field: 'amount',
        resultType: 'number',
        scale: 2,
      },
    ]),
    {
      ...form('deal', dealFields),
      rules: [
        {
          key: 'sure_when_won',
          label: label('A deal that is won names its day'),
          when: { eq: [{ var: 'stage' }, 'won'] },
          effects: [{ type: 'require', fields: ['close_date'] }],
        },
      ],
    },
  ],
}
