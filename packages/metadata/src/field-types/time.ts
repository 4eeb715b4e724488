import type { TimeField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { orderOperators } from './operators.ts'
export const time: FieldTypeSpec<TimeField> = {
  type: 'time',
  label: { en: 'Time', zh: '时间' },
  description: {
    en: 'A time of day without a date, such as 09:30.',
    zh: '一天中的时间，不含日期，例如 09:30。',
  },
  group: 'date',
  icon: 'schedule',
  words: ['clock', 'hour', '钟点', '时刻'],
  valueKind: 'time',
  writable: true,
  sortable: true,
  searchable: false,
  groupable: true,
  summable: false,
  canBeUnique: false,
  canBeColumn: true,
  operators: orderOperators,
  stored: () => true,
  create: (key, label) => ({ type: 'time', key, label }),
  references: mentionDefault,
}
