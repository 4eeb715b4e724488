import type { NumberField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { orderOperators } from './operators.ts'
export const number: FieldTypeSpec<NumberField> = {
  type: 'number',
  label: { en: 'Number', zh: '数字' },
  description: { en: 'An exact decimal number.', zh: '精确的小数或整数。' },
  group: 'number',
  icon: 'number',
  words: ['slider', 'progress', 'integer', 'decimal', '滑块', '进度', '小数', '整数'],
  valueKind: 'number',
  writable: true,
  sortable: true,
  searchable: false,
  groupable: true,
  summable: true,
  canBeUnique: true,
  canBeColumn: true,
  operators: orderOperators,
  stored: () => true,
  create: (key, label) => ({ type: 'number', key, label, scale: 2 }),
  references: mentionDefault,
}
