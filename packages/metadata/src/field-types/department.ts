import type { DepartmentField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { pickOperators } from './operators.ts'
export const department: FieldTypeSpec<DepartmentField> = {
  type: 'department',
  label: { en: 'Department', zh: '部门' },
  description: { en: 'A department of the workspace.', zh: '工作区中的一个部门。' },
  group: 'people',
  icon: 'bank',
  valueKind: 'record',
  writable: true,
  sortable: true,
  searchable: false,
  groupable: true,
  summable: false,
  canBeUnique: false,
  canBeColumn: true,
  operators: pickOperators,
  stored: () => true,
  create: (key, label) => ({ type: 'department', key, label }),
  references: mentionDefault,
}
