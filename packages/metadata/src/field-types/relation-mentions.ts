import type { RelationField, RelationsField } from '@pipewright/schemas'
import type { FieldMention } from './field-type-spec.ts'
import { mentionDefault } from './mentions.ts'

/** What relations to one and to many name alike. */
export function mentionRelation(field: RelationField | RelationsField): FieldMention[] {
  const columns = (field.pickColumns ?? []).map((path, position): FieldMention => ({
    at: ['pickColumns', position],
    kind: 'pickColumn',
    path,
    of: field.form,
    expects: 'oneValue',
  }))
  const mentions: FieldMention[] = [
    { at: ['form'], kind: 'relation', form: field.form },
    ...mentionDefault(field),
    ...columns,
  ]
  if (field.filter !== undefined)
    mentions.push({ at: ['filter'], kind: 'relationFilter', expression: field.filter, of: field.form })
  return mentions
}

/** What is filled, and what it is filled from. */
export function mentionFill(
  field: Pick<RelationField, 'form' | 'fill'>,
  start: readonly (string | number)[],
): FieldMention[] {
  return (field.fill ?? []).flatMap(({ from, to, columns }, position): FieldMention[] => {
    const at = [...start, 'fill', position]
    const kind = 'relationFill' as const
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
        { at: [...at, 'columns', place, 'to'], kind, path: `${to}.${column.to}`, expects: 'settableHere' },
      ]),
    ]
  })
}
