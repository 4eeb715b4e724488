import type { RelationField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { pickOperators } from './operators.ts'
import { mentionFill, mentionRelation } from './relation-mentions.ts'

export const relation: FieldTypeSpec<RelationField> = {
  type: 'relation',
  label: { en: 'Relation', zh: '关联' },
  description: {
    en: 'A record of another form, such as the account of a contact.',
    zh: '另一个表单的一条记录，例如联系人所属的客户。',
  },
  group: 'relation',
  icon: 'relation',
  valueKind: 'record',
  writable: true,
  sortable: true,
  searchable: false,
  groupable: true,
  summable: false,
  canBeUnique: true,
  canBeColumn: true,
  operators: pickOperators,
  stored: () => true,
  create: (key, label, surroundings) => ({
    type: 'relation',
    key,
    label,
    form: surroundings?.form ?? 'form',
    onDelete: 'refuse',
  }),
  references: (field) => [...mentionRelation(field), ...mentionFill(field, [])],
}
