import type { ChangedType } from '../type-change/changed-types.ts'
import { scaleOf } from './column-of.ts'
import type { MigrationStep } from './migration-plan.ts'
import type { Column, ForeignKey, TablePlan } from './table-plan.ts'

/** Whether a key was in use in an earlier revision and taken out of it: then its table or column is still there. */
export type IsRetired = (path: string) => boolean

const pathOf = (table: TablePlan, column: string): string => `${table.key}.${column}`

function changeColumn(table: TablePlan, before: Column, after: Column): MigrationStep[] {
  if (before.type === after.type) return []
  const [from, to] = [scaleOf(before.type), scaleOf(after.type)]
  if (from !== undefined && to !== undefined)
    return to > from ? [{ type: 'widenColumn', table: table.name, column: after.name, scale: to }] : []
  const counts = new Set([before.type, after.type])
  if (before.kind === 'field' && counts.has('uuid') && counts.has('uuid[]'))
    return [{ type: 'changeCount', table: table.name, column: after.name, many: after.type === 'uuid[]' }]
  if (before.kind !== 'calculated') throw new TypeError(`the type of ${pathOf(table, after.name)} changed`)
  return [
    { type: 'dropColumn', table: table.name, column: before.name },
    { type: 'addColumn', table: table.name, column: after },
  ]
}

const convertedIn = (
  { form, lineItems }: TablePlan,
  column: string,
  changed: readonly ChangedType[],
): ChangedType | undefined =>
  changed.find((one) => one.form === form && one.lineItems === lineItems && one.to.key === column)

const isConverted = (table: TablePlan, column: string, changed: readonly ChangedType[]): boolean =>
  table.links === undefined && convertedIn(table, column, changed) !== undefined

function convertColumn(
  table: TablePlan,
  column: Column,
  changed: readonly ChangedType[],
): MigrationStep[] | undefined {
  const { form, lineItems, name } = table
  const found = convertedIn(table, column.name, changed)
  if (found === undefined || table.links !== undefined) return undefined
  const place = lineItems === undefined ? { form } : { form, lineItems }
  return [{ type: 'convertColumn', table: name, place, from: found.from, to: found.to, column }]
}

/** A part is made of the column by its name: one of a column whose values went aside is made of the new one. */
function remadePart(table: TablePlan, column: Column, changed: readonly ChangedType[]): MigrationStep[] {
  const { generated } = column
  if (generated === undefined || !isConverted(table, generated.column, changed)) return []
  return [
    { type: 'dropColumn', table: table.name, column: column.name },
    { type: 'addColumn', table: table.name, column },
  ]
}

function removeColumn(table: TablePlan, column: Column): MigrationStep {
  if (column.kind === 'calculated') return { type: 'dropColumn', table: table.name, column: column.name }
  return {
    type: 'parkColumn',
    table: table.name,
    column: column.name,
    form: table.form,
    field: pathOf(table, column.name),
  }
}

/** The columns of a table that is in both definitions. */
export function diffColumns(
  before: TablePlan,
  after: TablePlan,
  isRetired: IsRetired,
  changed: readonly ChangedType[],
): MigrationStep[] {
  const had = new Map(before.columns.map((column) => [column.name, column]))
  const has = new Set(after.columns.map((column) => column.name))
  const kept = after.columns.flatMap((column): MigrationStep[] => {
    const old = had.get(column.name)
    if (old !== undefined) {
      const remade = remadePart(after, column, changed)
      return remade.length > 0
        ? remade
        : (convertColumn(after, column, changed) ?? changeColumn(after, old, column))
    }
    const isBack = column.kind === 'field' && isRetired(pathOf(after, column.name))
    return [{ type: isBack ? 'restoreColumn' : 'addColumn', table: after.name, column }]
  })
  const gone = before.columns.filter((column) => !has.has(column.name))
  return [...kept, ...gone.map((column) => removeColumn(before, column))]
}

/** Foreign keys that are new, and those whose column now refers elsewhere. Those of parked columns stay. */
export function diffForeignKeys(before: TablePlan | undefined, after: TablePlan): MigrationStep[] {
  const had = new Map((before?.foreignKeys ?? []).map((key): [string, ForeignKey] => [key.column, key]))
  return after.foreignKeys.flatMap((foreignKey): MigrationStep[] => {
    const old = had.get(foreignKey.column)
    if (old?.name === foreignKey.name) return []
    const gone: MigrationStep[] = old === undefined ? [] : [{ type: 'dropForeignKey', foreignKey: old }]
    return [...gone, { type: 'addForeignKey', foreignKey }]
  })
}

/**
 * Foreign keys of columns that stay, but refer to one record no longer, and of those whose values go aside: what nobody
 * sees any more holds no record back. They go before the column changes.
 */
export function looseForeignKeys(
  before: TablePlan,
  after: TablePlan,
  changed: readonly ChangedType[],
): MigrationStep[] {
  const now = new Map(after.columns.map(({ name, type }) => [name, type]))
  return before.foreignKeys
    .filter(({ column }) => now.get(column) === 'uuid[]' || isConverted(before, column, changed))
    .map((foreignKey) => ({ type: 'dropForeignKey', foreignKey }))
}

/** Retired itself, or with what it stands in. */
const isGone = (path: string, isRetired: IsRetired): boolean =>
  path.split('.').some((_, end, parts) => isRetired(parts.slice(0, end + 1).join('.')))

export function addTable(table: TablePlan, isRetired: IsRetired): MigrationStep {
  // Links are left behind when their field takes one record, without being retired.
  const isBack = table.links !== undefined || isGone(table.key, isRetired)
  return { type: isBack ? 'restoreTable' : 'createTable', table }
}

const fieldOf = ({ lineItems, links }: TablePlan): { field?: string } => {
  const field = lineItems ?? links
  return field === undefined ? {} : { field }
}

export const parkTable = (table: TablePlan): MigrationStep => ({
  type: 'parkTable',
  table: table.name,
  form: table.form,
  ...fieldOf(table),
})
