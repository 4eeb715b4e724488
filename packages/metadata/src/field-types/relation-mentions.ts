import type { RelationField, RelationFill, RelationsField } from '@pipewright/schemas'
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
      ...mentionColumns(field.form, { at, from, to }, columns),
    ]
  })
}

interface FilledRows {
  readonly at: readonly (string | number)[]
  readonly from: string
  readonly to: string
}

/** The columns of rows that are filled, and those of rows inside them. */
function mentionColumns(
  of: string,
  { at, from, to }: FilledRows,
  all: NonNullable<RelationFill['columns']>,
): FieldMention[] {
  const kind = 'relationFill' as const
  return all.flatMap(({ columns, ...column }, position): FieldMention[] => {
    const here = {
      at: [...at, 'columns', position],
      from: `${from}.${column.from}`,
      to: `${to}.${column.to}`,
    }
    const [source, target] =
      columns === undefined ? (['any', 'ruledValue'] as const) : (['ownRows', 'ownRows'] as const)
    return [
      { at: [...here.at, 'from'], kind, path: here.from, of, expects: source },
      { at: [...here.at, 'to'], kind, path: here.to, expects: target },
      ...(columns === undefined ? [] : mentionColumns(of, here, columns)),
    ]
  })
}
