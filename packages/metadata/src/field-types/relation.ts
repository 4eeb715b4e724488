import type { RelationField } from '@pipewright/schemas'
import type { FieldMention, FieldTypeSpec } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'
import { pickOperators } from './operators.ts'

function references(field: RelationField): FieldMention[] {
  const mentions: FieldMention[] = [
    { at: ['form'], kind: 'relation', form: field.form },
    ...mentionDefault(field),
  ]
  if (field.filter !== undefined)
    mentions.push({ at: ['filter'], kind: 'relationFilter', expression: field.filter, of: field.form })
  return mentions
}

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
  references,
}
