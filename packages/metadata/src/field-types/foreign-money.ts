import type { ForeignMoneyField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { amountOperators } from './operators.ts'

export const foreignMoney: FieldTypeSpec<ForeignMoneyField> = {
  type: 'foreignMoney',
  label: { en: 'Money, any currency', zh: '多币种金额' },
  description: {
    en: 'An amount whose currency is chosen per record; totals count in the workspace currency, by the rate of the day.',
    zh: '每条记录可选择币种的金额；合计按当日汇率折算为本位币。',
  },
  group: 'number',
  icon: 'money',
  words: ['currency', 'foreign', 'exchange', 'fx', '外币', '币种', '汇率', '本位币'],
  valueKind: 'text',
  writable: true,
  sortable: true,
  searchable: false,
  groupable: false,
  summable: false,
  canBeUnique: false,
  canBeColumn: true,
  operators: amountOperators,
  stored: () => true,
  create: (key, label, surroundings) => {
    const currency = surroundings?.currency ?? 'CNY'
    return { type: 'foreignMoney', key, label, scale: 2, currency, home: currency }
  },
  references: (field) => [
    ...mentionDefault(field),
    ...(field.rateDate === undefined
      ? []
      : [{ at: ['rateDate'], kind: 'rateDate', path: field.rateDate, expects: 'ownDay' } as const]),
  ],
}
