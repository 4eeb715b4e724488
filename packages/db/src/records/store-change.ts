import { identifier, sql, type SqlFragment } from '@pipewright/logic'
import {
  writtenRows,
  type CompiledForm,
  type CompiledItems,
  type Follow,
  type PreparedRecord,
  type ResultRow,
  type WrittenPlan,
} from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import { endingWith, prepared } from '../connection/statement.ts'
import { insertEventsSql, type RecordEvent } from '../ledger/record-event.ts'
import { columnsOf, recordset, textFor, upsertSql } from './record-tables.ts'
import { rowsToStore } from './insert-records.ts'
import type { Scene } from './scene.ts'

export const systemChanges = [
  'owner',
  'department',
  'updated_at',
  'updated_by',
  'locked_by',
  'deleted_at',
  'stage_since',
  '_grams',
  '_sought',
  '_match',
] as const

/** Where a row tells what came of the record that followed. */
export const cameColumn = '_came'

function updateSql(schema: string, form: CompiledForm, changed: readonly string[]): string {
  const columns = columnsOf(form).filter(
    ({ name }) => (systemChanges as readonly string[]).includes(name) || changed.includes(name),
  )
  const sets = columns.map(({ name }) => `${quoteIdent(name)} = x.${quoteIdent(name)}`).join(', ')
  return `update ${quoteTable(schema, form.table)} as t set version = t.version + 1, ${sets} from json_to_record($1::json) as x(${recordset(columns)}) where t.id = $2 and t.version = $3 returning t.*`
}

/** Line items of which rows changed. */
export const changedItems = (form: CompiledForm, changed: readonly string[]): readonly CompiledItems[] =>
  form.allItems.filter(({ path }) => changed.includes(path.split('.')[0] ?? ''))

function rowsSql(schema: string, items: CompiledItems, parameter: string, position: number): string {
  const table = quoteTable(schema, items.table)
  const kept = `select x.id from json_to_recordset(${parameter}::json) as x(id uuid)`
  return `, d${position} as (delete from ${table} where parent = $2 and id not in (${kept})), i${position} as (${upsertSql(schema, items, parameter)})`
}

/** The ledger's line of the record. */
const toldSql = (schema: string): string =>
  `e as (${insertEventsSql(schema, '$4')} where exists (select 1 from ${writtenRows})`

/** Rows of line items are bound behind what every change binds. */
const firstRows = 5

export const changedColumns = (form: CompiledForm, changed: readonly string[]): readonly string[] =>
  form.stored.map((field) => field.key).filter((key) => changed.includes(key))

function changeSql(schema: string, form: CompiledForm, changed: readonly string[]): string {
  const rows = changedItems(form, changed).map((items, position) =>
    rowsSql(schema, items, `$${firstRows + position}`, position),
  )
  return `with ${writtenRows} as (${updateSql(schema, form, changedColumns(form, changed))})${rows.join('')}, `
}

const idAlone = sql`select id from ${identifier(writtenRows)}`
const joined = new WeakMap<readonly string[], WeakMap<readonly string[], readonly string[]>>()

/** What follows the change, its line of the ledger beside that of the record, and the answer with what came of it. */
function followedBy({ parts, told: line, came }: Follow, told: string, answered: SqlFragment): SqlFragment {
  const endings = joined.get(parts.strings) ?? new WeakMap<readonly string[], readonly string[]>()
  joined.set(parts.strings, endings)
  const fixed = (text: string): SqlFragment => ({ strings: [text], values: [] })
  const strings =
    endings.get(answered.strings) ??
    sql`${parts}, ${fixed(told)} union all ${line}) select q.*, ${came} as ${identifier(cameColumn)} from (${answered}) as q`
      .strings
  endings.set(answered.strings, strings)
  return { strings, values: [...parts.values, ...line.values, ...came.values, ...answered.values] }
}

/**
 * Stores a changed record with its rows and its ledger line in one statement, if it still has the version it was
 * prepared from; undefined otherwise, and then nothing was stored. The row answers the record where that was planned,
 * and what came of a record that follows it.
 */
export async function storeChange(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  record: PreparedRecord,
  event: RecordEvent,
  written?: WrittenPlan,
  follow?: Follow,
): Promise<ResultRow | undefined> {
  const { schema } = scene.workspace
  const { changed, system } = record
  const told = toldSql(schema)
  const changes = textFor(form, `change ${changed.join(' ')}`, () => changeSql(schema, form, changed))
  const head =
    follow === undefined
      ? textFor(form, `told change ${changed.join(' ')}`, () => `${changes}${told}) `)
      : changes
  const rows = rowsToStore(scene, form, system.id, record.values)
  const own = Object.fromEntries(changedColumns(form, changed).map((key) => [key, record.values[key]]))
  const bound = [
    JSON.stringify({ ...own, ...system, ...record.sought }),
    system.id,
    system.version,
    JSON.stringify([event]),
    ...changedItems(form, changed).map((items) => JSON.stringify(rows.get(items) ?? [])),
  ]
  const answered = written?.statement ?? idAlone
  const ending = follow === undefined ? answered : followedBy(follow, told, answered)
  const values = [...bound, ...ending.values]
  const [row] = await tx.query<ResultRow>(prepared({ text: endingWith(head, bound.length, ending), values }))
  return row
}
