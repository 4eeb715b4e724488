import { pathsBehind, type FilteredRelation } from '../../app/relation-filters.ts'
import { issue, pointerTo, type Issue } from '../issue.ts'
import { valueAt } from '../record-ref.ts'
import { sameValue } from '../value.ts'
import { eachRow } from './each-row.ts'
import { meetsFilter } from './meets-filter.ts'
import type { Draft, StoredRecord, WriteScene } from './write-scene.ts'

/** The record or row that names the other one, as it will be and as it was. */
interface Chooser {
  readonly data: Draft
  readonly before: Readonly<Record<string, unknown>> | undefined
  readonly pointer: string
}

/** The field that somebody fills in: of a relation to any of several forms, the whole of it. */
const ownKey = ({ field }: FilteredRelation): string => field.key.split('.')[0] ?? ''

const path = (relation: FilteredRelation) =>
  relation.place.lineItems === undefined
    ? ownKey(relation)
    : `${relation.place.lineItems}.${ownKey(relation)}`

/** What nobody here chose or can see is not held against anybody. */
function concerns({ rights, trusted }: WriteScene, relation: FilteredRelation): boolean {
  if (rights === null || trusted?.has(path(relation).split('.')[0] ?? '') === true) return false
  return Object.hasOwn(rights.fields, path(relation))
}

function choosers(
  { form }: WriteScene,
  relation: FilteredRelation,
  draft: Draft,
  old: StoredRecord | null,
): Chooser[] {
  const { lineItems } = relation.place
  const key = ownKey(relation)
  if (lineItems === undefined)
    return [{ data: draft, before: old?.values, pointer: pointerTo('values', key) }]
  return eachRow(form, draft, old?.values ?? null)
    .filter(({ items }) => items.path === lineItems)
    .map(({ data, before, pointer }) => ({ data, before, pointer: pointerTo(...pointer, key) }))
}

const differs = (key: string, data: Draft, before: Readonly<Record<string, unknown>> | undefined) =>
  before === undefined || !sameValue(valueAt(data, key), valueAt(before, key))

/** A choice is judged when it is made, and again when what its filter asks of the record changes. */
function isTouched(
  { field }: FilteredRelation,
  { data, before }: Chooser,
  draft: Draft,
  old: StoredRecord | null,
): boolean {
  if (differs(field.key, data, before)) return true
  const around = pathsBehind(field.filter, '$record').some(([key = '']) => differs(key, draft, old?.values))
  return around || pathsBehind(field.filter, '$row').some(([key = '']) => differs(key, data, before))
}

/** The chosen records, each with the place where it stands. */
function chosenBy(
  { field }: FilteredRelation,
  { data, pointer }: Chooser,
): { id: string; pointer: string }[] {
  const value = valueAt(data, field.key)
  if (typeof value === 'string') return [{ id: value, pointer }]
  if (!Array.isArray(value)) return []
  return value.map((id, position) => ({ id: String(id), pointer: `${pointer}/${position}` }))
}

/** Chosen records that do not meet the filter of their relation. */
export function checkFilters(scene: WriteScene, draft: Draft, old: StoredRecord | null): Issue[] {
  const own = scene.app.filteredRelations.get(scene.form.key) ?? []
  return own
    .filter((relation) => concerns(scene, relation))
    .flatMap((relation) =>
      choosers(scene, relation, draft, old).flatMap((chooser) => {
        if (!isTouched(relation, chooser, draft, old)) return []
        return chosenBy(relation, chooser).flatMap(({ id, pointer }) => {
          const target = scene.related.get(relation.field.form, id)
          if (target === undefined || target === null) return []
          return meetsFilter(scene, relation, target, { record: draft, row: chooser.data })
            ? []
            : [issue(pointer, 'not-eligible')]
        })
      }),
    )
}
