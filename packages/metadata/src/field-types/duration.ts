import type { DurationField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { orderOperators } from './operators.ts'
export const duration: FieldTypeSpec<DurationField> = {
  type: 'duration',
  label: { en: 'Duration', zh: '时长' },
  description: {
    en: 'Hours and minutes, typed as 1h 30m or 1:30.',
    zh: '时长，可输入 1小时30分 或 1:30。',
  },
  group: 'date',
  icon: 'hourglass',
  words: ['hours', 'minutes', 'effort', '工时', '耗时', '分钟'],
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
  create: (key, label) => ({ type: 'duration', key, label, unit: 'minutes' }),
  references: mentionDefault,
}
