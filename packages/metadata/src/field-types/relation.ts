import type { RelationField } from '@pipewright/schemas'
import type { FieldMention, FieldTypeSpec } from './field-type-spec.ts'
import { pickOperators } from './operators.ts'
import { mentionRelation } from './relation-mentions.ts'

/** What is filled, and what it is filled from. */
function mentionFill(field: RelationField): FieldMention[] {
  return (field.fill ?? []).flatMap(({ from, to, columns }, position): FieldMention[] => {
    const at = ['fill', position] as const
    const kind = 'relationFill'
    if (columns === undefined)
      return [
        { at: [...at, 'from'], kind, path: from, of: field.form, expects: 'own' },
        { at: [...at, 'to'], kind, path: to, expects: 'settable' },
      ]
    return [
      { at: [...at, 'from'], kind, path: from, of: field.form, expects: 'ownLineItems' },
      { at: [...at, 'to'], kind, path: to, expects: 'ownLineItems' },
      ...columns.flatMap((column, place): FieldMention[] => [
        {
          at: [...at, 'columns', place, 'from'],
          kind,
          path: `${from}.${column.from}`,
          of: field.form,
          expects: 'any',
        },
        { at: [...at, 'columns', place, 'to'], kind, path: `${to}.${column.to}`, expects: 'editable' },
      ]),
    ]
  })
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
  references: (field) => [...mentionRelation(field), ...mentionFill(field)],
}
