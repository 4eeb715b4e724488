import type { DateField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { dayOperators } from './operators.ts'
export const date: FieldTypeSpec<DateField> = {
  type: 'date',
  label: { en: 'Date', zh: '日期' },
  description: { en: 'A calendar day without a time.', zh: '不带时间的日期。' },
  group: 'date',
  icon: 'calendar',
  words: ['month', 'year', '年月', '年份', '月份'],
  valueKind: 'date',
  writable: true,
  sortable: true,
  searchable: false,
  groupable: true,
  summable: false,
  canBeUnique: false,
  canBeColumn: true,
  operators: dayOperators,
  stored: () => true,
  create: (key, label) => ({ type: 'date', key, label }),
  references: mentionDefault,
}
