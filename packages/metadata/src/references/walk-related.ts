import type { RelatedList } from '@pipewright/schemas'
import type { Segment } from '../pointer.ts'
import { mention, mentionFields, type Walk } from './reference.ts'

/** A list of records of another form that point to one of this form. */
export function walkRelated(walk: Walk, form: string, list: RelatedList, at: readonly Segment[]): void {
  const from = { form: list.form }
  mention(walk, [...at, 'form'], 'relatedList', { kind: 'form', key: list.form })
  mention(walk, [...at, 'field'], 'relatedList', {
    kind: 'field',
    from,
    path: list.field,
    expects: { relationTo: form, many: true },
  })
  mentionFields(walk, [...at, 'columns'], 'relatedList', { from, paths: list.columns, expects: 'oneValue' })
}
