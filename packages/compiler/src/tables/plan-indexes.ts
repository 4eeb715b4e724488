import {
  indexDefinition,
  isInRows,
  partColumn,
  relationsIn,
  rowsPlace,
  type DefinitionIndex,
  type Place,
} from '@pipewright/metadata'
import type { AppDefinition, Field, Form, View } from '@pipewright/schemas'
import { isMatched } from '../matching/is-matched.ts'
import { list, namedIndex, plain, type Wanted } from './named-index.ts'
import { rowAbove } from './system-columns.ts'
import { linkTableOf, tableAt, tableOf } from './table-names.ts'
import { uniqueIndex, uniqueSites } from './unique-sites.ts'
import type { IndexKey, IndexPlan } from './table-plan.ts'
import { dateKeys, endKeys, orderOf, viewKeys } from './view-keys.ts'

const latestFirst: readonly IndexKey[] = orderOf(undefined).map(({ field, direction }) => ({
  column: field,
  direction,
}))

function fieldIndexes(form: Form): IndexPlan[] {
  const table = tableOf(form.key)
  const relations = relationsIn(form.fields).flatMap((field) =>
    uniqueIndex(form.key, field) === null ? [namedIndex(list(table, [plain(partColumn(field.key))]))] : [],
  )
  // Records of a part of a map are found, and counted, by where they lie alone.
  const places = form.fields.flatMap((field) =>
    field.type !== 'location'
      ? []
      : [
          namedIndex(
            list(
              table,
              ['latitude', 'longitude'].map((part) => plain(partColumn(`${field.key}.${part}`))),
            ),
          ),
        ],
  )
  return [...uniqueSites(form).map(({ index }) => index), ...relations, ...places]
}

function rowIndexes(around: Place, fields: readonly Field[]): IndexPlan[] {
  return fields.flatMap((field) => {
    if (field.type !== 'lineItems') return []
    const place = rowsPlace(around, field.key)
    const relations = relationsIn(field.fields).map(({ key }) => [plain(partColumn(key))])
    const ordered = [plain(isInRows(place) ? rowAbove : 'parent'), plain('position')]
    const wanted = [ordered, ...(isInRows(place) ? [[plain('parent')]] : []), ...relations]
    const own = wanted.map((keys) => namedIndex(list(tableAt(place), keys, false)))
    return [...own, ...rowIndexes(place, field.fields)]
  })
}

/** The links of a record in order, and who refers to a record. */
function linkIndexes(form: Form): IndexPlan[] {
  return form.fields.flatMap((field) => {
    if (field.type !== 'relations') return []
    const table = linkTableOf(form.key, field.key)
    const wanted = [[plain('parent'), plain('position')], [plain('target')]]
    return wanted.map((keys) => namedIndex(list(table, keys, false)))
  })
}

/** Records that look the same are found by what they have in common. */
const matchIndexes = (definition: AppDefinition, form: Form): Wanted[] =>
  isMatched(definition, form) ? [{ ...list(tableOf(form.key), [plain('_match')]), method: 'gin' }] : []

function formIndexes(index: DefinitionIndex, form: Form, views: readonly View[]): IndexPlan[] {
  const table = tableOf(form.key)
  const lists = views.flatMap((view) =>
    [viewKeys, endKeys].flatMap((keysOf) => {
      const keys = keysOf(index, form, view)
      return keys === null ? [] : [list(table, keys)]
    }),
  )
  const wanted: Wanted[] = [
    list(table, latestFirst),
    list(table, [plain('owner'), ...latestFirst]),
    list(table, [plain('department'), ...latestFirst]),
    ...(form.fillLimit === undefined ? [] : [list(table, [plain('created_by'), plain('created_at')])]),
    { ...list(table, [plain('_grams')]), method: 'gin' },
    ...lists,
    ...(form.reminders ?? []).flatMap(({ field }) => {
      const keys = dateKeys(index, form, field)
      return keys === null ? [] : [list(table, keys)]
    }),
    ...matchIndexes(index.definition, form),
  ]
  return wanted.map(namedIndex)
}

/** Every index of a definition, each once: unique fields, relations, rows in order, search, scopes and views. */
export function planIndexes(definition: AppDefinition): IndexPlan[] {
  const index = indexDefinition(definition)
  const views = Map.groupBy(definition.views, ({ form }) => form)
  const all = definition.forms.flatMap((form) => [
    ...fieldIndexes(form),
    ...rowIndexes({ form: form.key }, form.fields),
    ...linkIndexes(form),
    ...formIndexes(index, form, views.get(form.key) ?? []),
  ])
  return [...new Map(all.map((index) => [index.name, index])).values()]
}
