import { indexDefinition, isCalculated, partColumnsOf, rowsPlace, type Place } from '@pipewright/metadata'
import type { AppDefinition, Field } from '@pipewright/schemas'
import { placeName } from '../app/lookups.ts'
import { sameValue } from '../records/value.ts'
import { changedTypes, type ChangedType } from '../type-change/changed-types.ts'
import {
  addTable,
  diffColumns,
  diffForeignKeys,
  looseForeignKeys,
  parkTable,
  type IsRetired,
} from './diff-tables.ts'
import { isStored } from './is-stored.ts'
import type { MigrationPlan, MigrationStep, Recalculation } from './migration-plan.ts'
import { planIndexes } from './plan-indexes.ts'
import { tableAt } from './table-names.ts'
import { tablePlans } from './table-plans.ts'
import type { IndexPlan } from './table-plan.ts'

const byKey = <T extends { key: string }>(plans: readonly T[]) =>
  new Map(plans.map((plan) => [plan.key, plan]))

/** An index stays on the column it was made of: over a column that is converted it is made anew. */
const covers = (index: IndexPlan, changed: readonly ChangedType[]): boolean =>
  changed.some((one) => {
    const columns = new Set([one.to.key, ...partColumnsOf([one.from, one.to])])
    return tableAt(one) === index.table && index.keys.some(({ column }) => columns.has(column))
  })

function indexSteps(
  before: readonly IndexPlan[],
  after: readonly IndexPlan[],
  changed: readonly ChangedType[],
) {
  const had = new Set(before.map(({ name }) => name))
  const has = new Set(after.map(({ name }) => name))
  const drop = before.filter((index) => !has.has(index.name) || covers(index, changed))
  const create = after.filter((index) => !had.has(index.name) || covers(index, changed))
  return {
    drop: drop.map((index): MigrationStep => ({ type: 'dropIndex', index })),
    create: create.map((index): MigrationStep => ({ type: 'createIndex', index })),
  }
}

/** What a calculated field is made of; another text means other values. */
const recipe = (field: Field): string => {
  const { label: _label, help: _help, ...rest } = field
  return JSON.stringify(rest)
}

function calculatedFields(definition: AppDefinition): Map<string, { place: Recalculation; recipe: string }> {
  const found = new Map<string, { place: Recalculation; recipe: string }>()
  const collect = (place: Place, fields: readonly Field[]): void => {
    for (const field of fields) {
      if (field.type === 'lineItems') collect(rowsPlace(place, field.key), field.fields)
      if (!isCalculated(field)) continue
      if (!isStored(definition, place, field)) continue
      const name = `${place.form}.${place.lineItems ?? ''}.${field.key}`
      found.set(name, { place: { ...place, field: field.key }, recipe: recipe(field) })
    }
  }
  for (const form of definition.forms) collect({ form: form.key }, form.fields)
  return found
}

function recalculations(before: AppDefinition, after: AppDefinition): Recalculation[] {
  const had = calculatedFields(before)
  const known = new Set(before.forms.map(({ key }) => key))
  // Anything may lean on values that are converted.
  const all = changedTypes(before, after).length > 0
  return [...calculatedFields(after)]
    .filter(
      ([name, { place, recipe: now }]) => known.has(place.form) && (all || had.get(name)?.recipe !== now),
    )
    .map(([, { place }]) => place)
}

function searchedForms(before: AppDefinition, after: AppDefinition): string[] {
  const had = byKey(before.forms)
  const searched = (form: AppDefinition['forms'][number]) =>
    JSON.stringify([form.searchFields ?? [], form.titleField])
  const converted = new Set(changedTypes(before, after).map(({ form, to }) => `${form}.${to.key}`))
  return after.forms
    .filter((form) => {
      const old = had.get(form.key)
      return (
        old !== undefined &&
        (form.searchFields?.some((key) => converted.has(`${form.key}.${key}`)) === true ||
          searched(old) !== searched(form))
      )
    })
    .map(({ key }) => key)
}

/** Relations to any of several forms that were there before, maybe in an earlier revision, and name other forms now. */
function movedTargets(before: AppDefinition, after: AppDefinition, isRetired: IsRetired): MigrationStep[] {
  const had = indexDefinition(before)
  const moved = (place: Place, fields: readonly Field[]): MigrationStep[] =>
    fields.flatMap((field): MigrationStep[] => {
      if (field.type === 'lineItems') return moved(rowsPlace(place, field.key), field.fields)
      if (field.type !== 'anyRelation') return []
      const old = had.fieldsOf(place.form, place.lineItems).find(({ key }) => key === field.key)
      const isBack =
        old === undefined && (isRetired(place.form) || isRetired(`${placeName(place)}.${field.key}`))
      const forms = field.targets.map(({ form }) => form)
      const known = old?.type === 'anyRelation' ? old.targets.map(({ form }) => form) : undefined
      const isOther = known !== undefined && !sameValue(known.toSorted(), forms.toSorted())
      if (!isBack && !isOther) return []
      const path = `${placeName(place)}.${field.key}`
      const at = { table: tableAt(place), column: field.key, form: place.form, field: path }
      return [{ type: 'moveTargets', ...at, forms }]
    })
  return after.forms.flatMap(({ key, fields }) => moved({ form: key }, fields))
}

function tableSteps(before: AppDefinition | null, after: AppDefinition): MigrationStep[] {
  const retired = new Set(before?.retired)
  const isRetired = (path: string): boolean => retired.has(path)
  const had = byKey(before === null ? [] : tablePlans(before))
  const plans = tablePlans(after)
  const has = new Set(plans.map(({ key }) => key))
  const changed = before === null ? [] : changedTypes(before, after)
  const indexes = indexSteps(before === null ? [] : planIndexes(before), planIndexes(after), changed)
  const added = plans.filter(({ key }) => !had.has(key)).map((table) => addTable(table, isRetired))
  const columns = plans.flatMap((table) => {
    const old = had.get(table.key)
    return old === undefined
      ? []
      : [...looseForeignKeys(old, table, changed), ...diffColumns(old, table, isRetired, changed)]
  })
  const parked = [...had.values()].filter(({ key }) => !has.has(key)).map(parkTable)
  const followed = plans.flatMap(({ key, name, form, links }): MigrationStep[] =>
    links === undefined || had.has(key)
      ? []
      : [{ type: 'followColumn', table: form, column: links, links: name }],
  )
  const foreignKeys = plans.flatMap((table) => diffForeignKeys(had.get(table.key), table))
  const moved = before === null ? [] : movedTargets(before, after, isRetired)
  return [
    ...indexes.drop,
    ...added,
    ...columns,
    ...moved,
    ...parked,
    ...followed,
    ...foreignKeys,
    ...indexes.create,
  ]
}

/** How the tables of one definition (none: an empty schema) become those of the next. */
export function planMigration(before: AppDefinition | null, after: AppDefinition): MigrationPlan {
  return {
    steps: tableSteps(before, after),
    recalculate: before === null ? [] : recalculations(before, after),
    reindexSearch: before === null ? [] : searchedForms(before, after),
  }
}
