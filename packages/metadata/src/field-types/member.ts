import type { MemberField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault, mentionLimit } from './mentions.ts'
import { pickOperators } from './operators.ts'
export const member: FieldTypeSpec<MemberField> = {
  type: 'member',
  label: { en: 'Member', zh: '成员' },
  description: { en: 'A person of the workspace.', zh: '工作区中的一位成员。' },
  group: 'people',
  icon: 'user',
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
  create: (key, label) => ({ type: 'member', key, label }),
  references: (field) => [...mentionDefault(field), ...mentionLimit(field)],
}
