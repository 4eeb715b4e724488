import type { DateRangeField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { rangeOperators } from './operators.ts'

export const dateRange: FieldTypeSpec<DateRangeField> = {
  type: 'dateRange',
  label: { en: 'Date range', zh: '日期区间' },
  description: {
    en: 'A first and a last day, such as a contract period or a leave.',
    zh: '起止日期，例如合同期限或请假时间。',
  },
  group: 'date',
  icon: 'calendar',
  words: ['period', 'from', 'to', 'term', '起止', '期限', '有效期'],
  valueKind: 'text',
  writable: true,
  sortable: true,
  searchable: false,
  groupable: false,
  summable: false,
  canBeUnique: false,
  canBeColumn: true,
  operators: rangeOperators,
  stored: () => true,
  create: (key, label) => ({ type: 'dateRange', key, label }),
  references: mentionDefault,
}
