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
  if (before.kind !== 'calculated') throw new TypeError(`the type of ${pathOf(table, after.name)} changed`)
  return [
    { type: 'dropColumn', table: table.name, column: before.name },
    { type: 'addColumn', table: table.name, column: after },
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
export function diffColumns(before: TablePlan, after: TablePlan, isRetired: IsRetired): MigrationStep[] {
  const had = new Map(before.columns.map((column) => [column.name, column]))
  const has = new Set(after.columns.map((column) => column.name))
  const kept = after.columns.flatMap((column): MigrationStep[] => {
    const old = had.get(column.name)
    if (old !== undefined) return changeColumn(after, old, column)
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

export function addTable(table: TablePlan, isRetired: IsRetired): MigrationStep {
  const isBack = isRetired(table.key) || isRetired(table.form)
  return { type: isBack ? 'restoreTable' : 'createTable', table }
}

export const parkTable = (table: TablePlan): MigrationStep => ({
  type: 'parkTable',
  table: table.name,
  form: table.form,
  ...(table.lineItems === undefined ? {} : { field: table.lineItems }),
})
