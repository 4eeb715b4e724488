import type { DateTimeField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { dayOperators } from './operators.ts'
export const dateTime: FieldTypeSpec<DateTimeField> = {
  type: 'dateTime',
  label: { en: 'Date and time', zh: '日期时间' },
  description: {
    en: 'A moment, shown in the time zone of the reader.',
    zh: '一个时刻，按查看者的时区显示。',
  },
  group: 'date',
  icon: 'clock',
  valueKind: 'dateTime',
  writable: true,
  sortable: true,
  searchable: false,
  groupable: true,
  summable: false,
  canBeUnique: false,
  canBeColumn: true,
  operators: dayOperators,
  stored: () => true,
  create: (key, label) => ({ type: 'dateTime', key, label }),
  references: mentionDefault,
}
