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
