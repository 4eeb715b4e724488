import type { PercentField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { orderOperators } from './operators.ts'
export const percent: FieldTypeSpec<PercentField> = {
  type: 'percent',
  label: { en: 'Percent', zh: '百分比' },
  description: { en: 'A percentage; 20 means 20 %.', zh: '百分比，20 表示 20%。' },
  group: 'number',
  icon: 'percent',
  words: ['slider', 'progress', '滑块', '进度条'],
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
  create: (key, label) => ({ type: 'percent', key, label, scale: 2 }),
  references: mentionDefault,
}
