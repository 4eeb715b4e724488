import { evaluateCondition } from '@pipewright/logic'
import { filterScope, pathsBehind, type FilteredRelation } from '../../app/relation-filters.ts'
import type { RelatedRow } from './related.ts'
import { isEmpty, type Draft, type WriteScene } from './write-scene.ts'

/** What a path reads of a record: values over relations lie beside it, by their whole path. */
const isEmptyAt = (data: Draft) => (path: readonly string[]) => {
  const whole = path.join('.')
  return isEmpty(Object.hasOwn(data, whole) ? data[whole] : data[path[0] ?? ''])
}

/**
 * Whether a record may be chosen by the filter of its relation. As in the form, a filter that asks for something of the
 * record that is still empty says nothing yet.
 */
export function meetsFilter(
  { app, context }: WriteScene,
  relation: FilteredRelation,
  target: RelatedRow,
  around: { readonly record: Draft; readonly row: Draft },
): boolean {
  const { filter } = relation.field
  if (pathsBehind(filter, '$record').some(isEmptyAt(around.record))) return true
  if (pathsBehind(filter, '$row').some(isEmptyAt(around.row))) return true
  const data = { ...target.values, $record: around.record, $row: around.row }
  return evaluateCondition(filter, data, context, filterScope(app.index, relation))
}
