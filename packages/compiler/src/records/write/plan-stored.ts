import { identifier, joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import { dependencies } from '@pipewright/logic'
import type { CompiledForm } from '../../app/compiled-form.ts'
import { readableForm } from '../../rights/readable.ts'
import type { Predicate } from '../../rights/rights.ts'
import type { ReadScene } from '../read/read-scene.ts'
import type { ResultRow } from '../read/record-answer.ts'
import { columnSql, predicateSql } from '../sql/column-sql.ts'
import { rowsOfSql } from '../sql/items-sql.ts'
import { columnOfAlias, sqlScene, tableOfScene, type SqlScene } from '../sql/sql-scene.ts'
import type { FieldValue, RecordValues } from '../value.ts'
import type { RecordSystem, StoredRecord } from './write-scene.ts'

const systemColumns = [
  'id',
  'owner',
  'department',
  'version',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'deleted_at',
  'locked_by',
] as const

/** Stored fields, and rollups without a column that rules or formulas read. */
function wantedFields(form: CompiledForm): string[] {
  const read = new Set(
    [
      ...(form.form.rules ?? []).map((rule) => rule.when),
      ...form.formulas.map((field) => field.expression),
    ].flatMap((expression) =>
      dependencies(expression).map((path) => (path[0] === '$old' ? path[1] : path[0])),
    ),
  )
  const loose = form.rollups.filter((field) => !form.stored.includes(field) && read.has(field.key))
  return [...form.stored, ...loose].map((field) => field.key)
}

export interface StoredPlan {
  readonly statement: SqlFragment
  /** Rows of line items, read after the record is locked; `field`, `parent`, `rows`. */
  readonly rows: SqlFragment | undefined
  record(row: ResultRow, rows: readonly ResultRow[]): StoredRecord
}

const may = (
  scene: SqlScene,
  base: SqlFragment,
  form: string,
  allowed: boolean,
  predicate: Predicate,
): SqlFragment =>
  allowed ? sql`coalesce(${predicateSql(scene, base, form, predicate)}, false)` : param(false, 'boolean')

/**
 * A record as it is stored, locked for a change, with `may_update` and `may_delete`. No row when the actor may not see
 * it. With `privileged` the system itself asks.
 */
export function planStored(
  scene: ReadScene,
  form: CompiledForm,
  id: string,
  privileged: boolean,
): StoredPlan | undefined {
  const rights = readableForm(scene.rights, form.key)
  if (rights === undefined && !privileged) return undefined
  const { schema, context } = scene
  const system = sqlScene({ schema, context, index: scene.app.index, rights: null })
  const base = system.alias()
  const fields = wantedFields(form)
  const columns = fields.flatMap((key, position) => {
    const column = columnSql(system, base, form.place, [key])
    return column === undefined ? [] : [sql`${column.sql} as ${identifier(`f${position}`)}`]
  })
  const predicates = rights?.predicates
  const all = privileged || predicates === undefined
  const list = [
    ...systemColumns.map((column) => columnOfAlias(base, column)),
    ...columns,
    sql`${all ? param(true, 'boolean') : may(system, base, form.key, rights?.update === true, predicates.update)} as may_update`,
    sql`${all ? param(true, 'boolean') : may(system, base, form.key, rights?.delete === true, predicates.delete)} as may_delete`,
  ]
  const visible = all ? sql`true` : predicateSql(system, base, form.key, predicates.read)
  const statement = sql`select ${joinSql(list, sql`, `)} from ${tableOfScene(system, form.table)} ${base} where ${columnOfAlias(base, 'id')} = ${param(id, 'uuid')} and ${visible} for no key update of ${base}`
  const rows = form.items.map((items) => rowsOfSql(system, items, [id]))
  return {
    statement,
    rows: rows.length === 0 ? undefined : joinSql(rows, sql` union all `),
    record: (row, found) => storedRecord(form, fields, row, found),
  }
}

function storedRecord(
  form: CompiledForm,
  fields: readonly string[],
  row: ResultRow,
  found: readonly ResultRow[],
): StoredRecord {
  const values: Record<string, FieldValue> = {}
  for (const [position, key] of fields.entries()) values[key] = (row[`f${position}`] ?? null) as FieldValue
  for (const items of form.items)
    values[items.field.key] = (found.find((line) => line['field'] === items.field.key)?.['rows'] ??
      []) as FieldValue
  const system = Object.fromEntries(systemColumns.map((column) => [column, row[column] ?? null]))
  return { system: system as unknown as RecordSystem, values: values as RecordValues }
}
