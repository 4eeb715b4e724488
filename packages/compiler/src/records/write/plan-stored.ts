import { identifier, joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import { dependencies } from '@pipewright/logic'
import { expressionOf } from '@pipewright/metadata'
import type { CompiledForm } from '../../app/compiled-form.ts'
import { gateConditions } from '../../app/lookups.ts'
import { readableForm } from '../../rights/readable.ts'
import type { CompiledFormRights, Predicate } from '../../rights/rights.ts'
import type { ReadScene } from '../read/read-scene.ts'
import { placeholder, rememberPlan, withId } from '../read/remember-plan.ts'
import type { ResultRow } from '../read/record-answer.ts'
import { columnSql, predicateSql } from '../sql/column-sql.ts'
import { joinList } from '../sql/join-list.ts'
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
  'stage_since',
] as const

/** Stored fields, and rollups without a column that rules or formulas read. */
function wantedFields(form: CompiledForm): string[] {
  const read = new Set(
    [
      ...(form.form.rules ?? []).map((rule) => rule.when),
      ...gateConditions(form.form),
      ...form.formulas.map(expressionOf),
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

/** Why a record is locked. */
export type LockPurpose = 'change' | 'delete' | 'look'

/** A deletion also waits for whoever is about to refer to the record, and lets nobody begin to. */
const locks: Readonly<Record<Exclude<LockPurpose, 'look'>, SqlFragment>> = {
  change: sql` for no key update of `,
  delete: sql` for update of `,
}

/** The statement for some records, in the order of their ids; for one it is that of the placeholder. */
function makePlan(
  scene: ReadScene,
  form: CompiledForm,
  rights: CompiledFormRights | undefined,
  purpose: LockPurpose,
  ids: readonly string[] = [placeholder],
) {
  const { schema, context } = scene
  const system = sqlScene({ schema, context, index: scene.app.index, rights: null })
  const base = system.alias()
  const fields = wantedFields(form)
  const columns = fields.flatMap((key, position) => {
    const column = columnSql(system, base, form.place, [key], true)
    return column === undefined ? [] : [sql`${column.sql} as ${identifier(`f${position}`)}`]
  })
  const allowed = (action: 'update' | 'delete') =>
    rights === undefined
      ? param(true, 'boolean')
      : may(system, base, form.key, rights[action], rights.predicates[action])
  const look = sql`${tableOfScene(system, '_look')} as ${identifier('look')}`
  const followed = sql`exists (select from ${look} where ${identifier('look')}.record = ${columnOfAlias(base, 'id')} and ${identifier('look')}.follows)`
  const list = joinList(
    [
      ...systemColumns.map((column) => columnOfAlias(base, column)),
      ...columns,
      sql`${allowed('update')} as may_update`,
      sql`${allowed('delete')} as may_delete`,
      sql`${followed} as followed`,
    ],
    ', ',
  )
  const visible =
    rights === undefined ? sql`true` : predicateSql(system, base, form.key, rights.predicates.read)
  const own = columnOfAlias(base, 'id')
  const [only = placeholder, ...others] = ids
  const isMeant =
    others.length === 0
      ? sql`${own} = ${param(only, 'uuid')}`
      : sql`${own} = any(${param([...ids], 'uuid', true)})`
  const order = others.length === 0 ? sql`` : sql` order by ${own}`
  const lock = purpose === 'look' ? sql`` : sql`${locks[purpose]}${base}`
  const statement = sql`select ${list} from ${tableOfScene(system, form.table)} ${base} where ${isMeant} and ${visible}${order}${lock}`
  const rows = form.items.map((items) => rowsOfSql(system, items, ids))
  return {
    ok: true,
    statement,
    fields,
    rows: rows.length === 0 ? undefined : joinSql(rows, sql` union all `),
  }
}

/**
 * A record as it is stored, locked for a change, with `may_update` and `may_delete`. No row when the actor may not see
 * it. With `privileged` the system itself asks.
 */
export function planStored(
  scene: ReadScene,
  form: CompiledForm,
  id: string,
  privileged: boolean,
  purpose: LockPurpose = 'change',
): StoredPlan | undefined {
  const rights = readableForm(scene.rights, form.key)
  if (rights === undefined && !privileged) return undefined
  const plan = rememberPlan(scene, `stored ${form.key} ${privileged} ${purpose}`, () =>
    makePlan(scene, form, privileged ? undefined : rights, purpose),
  )
  return {
    statement: withId(plan.statement, id),
    rows: plan.rows === undefined ? undefined : withId(plan.rows, id),
    record: (row, found) => storedRecord(form, plan.fields, row, found),
  }
}

/** The same for many records at once, which are locked in the order of their ids. */
export function planStoredMany(
  scene: ReadScene,
  form: CompiledForm,
  ids: readonly string[],
  purpose: LockPurpose,
): StoredPlan | undefined {
  const rights = readableForm(scene.rights, form.key)
  if (rights === undefined) return undefined
  const { statement, rows, fields } = makePlan(scene, form, rights, purpose, ids)
  return { statement, rows, record: (row, found) => storedRecord(form, fields, row, found) }
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
  const isFollowed = row['followed'] === true
  return { system: system as unknown as RecordSystem, values: values as RecordValues, isFollowed }
}
