import type { RelationsField } from '@pipewright/schemas'
import type { FieldTypeSpec } from './field-type-spec.ts'
import { listOperators } from './operators.ts'
import { mentionRelation } from './relation-mentions.ts'

export const relations: FieldTypeSpec<RelationsField> = {
  type: 'relations',
  label: { en: 'Relation to many', zh: '关联多条' },
  description: {
    en: 'Any number of records of another form, such as the contacts at a meeting.',
    zh: '另一个表单的任意多条记录，例如参加会议的联系人。',
  },
  group: 'relation',
  icon: 'relation',
  valueKind: 'list',
  writable: true,
  sortable: false,
  searchable: false,
  groupable: false,
  summable: false,
  canBeUnique: false,
  canBeColumn: false,
  operators: listOperators,
  stored: () => true,
  create: (key, label, surroundings) => ({
    type: 'relations',
    key,
    label,
    form: surroundings?.form ?? 'form',
    onDelete: 'refuse',
  }),
  references: mentionRelation,
}
