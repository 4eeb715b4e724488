import type { YesNoField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { yesNoOperators } from './operators.ts'
export const yesNo: FieldTypeSpec<YesNoField> = {
  type: 'yesNo',
  label: { en: 'Yes / no', zh: '是 / 否' },
  description: { en: 'A switch with two positions.', zh: '只有“是”和“否”的开关。' },
  group: 'choice',
  icon: 'switch',
  valueKind: 'boolean',
  writable: true,
  sortable: true,
  searchable: false,
  groupable: true,
  summable: false,
  canBeUnique: false,
  canBeColumn: true,
  operators: yesNoOperators,
  stored: () => true,
  create: (key, label) => ({ type: 'yesNo', key, label }),
  references: mentionDefault,
}
