import type { MembersField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault, mentionLimit } from './mentions.ts'
import { listOperators } from './operators.ts'
export const members: FieldTypeSpec<MembersField> = {
  type: 'members',
  label: { en: 'Members', zh: '成员（多选）' },
  description: { en: 'Several people of the workspace.', zh: '工作区中的多位成员。' },
  group: 'people',
  icon: 'team',
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
  create: (key, label) => ({ type: 'members', key, label }),
  references: (field) => [...mentionDefault(field), ...mentionLimit(field)],
}
