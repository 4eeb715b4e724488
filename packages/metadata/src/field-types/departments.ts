import type { DepartmentsField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { listOperators } from './operators.ts'
export const departments: FieldTypeSpec<DepartmentsField> = {
  type: 'departments',
  label: { en: 'Departments', zh: '部门（多选）' },
  description: { en: 'Several departments of the workspace.', zh: '工作区中的多个部门。' },
  group: 'people',
  icon: 'branches',
  valueKind: 'list',
  writable: true,
  sortable: false,
  searchable: false,
  groupable: false,
  summable: false,
  canBeUnique: false,
  canBeColumn: true,
  operators: listOperators,
  stored: () => true,
  create: (key, label) => ({ type: 'departments', key, label }),
  references: mentionDefault,
}
