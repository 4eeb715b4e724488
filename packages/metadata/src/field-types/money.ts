import type { MoneyField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { orderOperators } from './operators.ts'
export const money: FieldTypeSpec<MoneyField> = {
  type: 'money',
  label: { en: 'Money', zh: '金额' },
  description: { en: 'An exact amount in one currency.', zh: '一种币种的精确金额。' },
  group: 'number',
  icon: 'money',
  valueKind: 'number',
  writable: true,
  sortable: true,
  searchable: false,
  groupable: false,
  summable: true,
  canBeUnique: false,
  canBeColumn: true,
  operators: orderOperators,
  stored: () => true,
  create: (key, label, surroundings) => ({
    type: 'money',
    key,
    label,
    scale: 2,
    currency: surroundings?.currency ?? 'CNY',
  }),
  references: mentionDefault,
}
