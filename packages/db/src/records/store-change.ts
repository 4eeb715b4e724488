import { identifier, sql, type SqlFragment } from '@pipewright/logic'
import {
  writtenRows,
  type CompiledForm,
  type Follow,
  type PreparedRecord,
  type ResultRow,
  type WrittenPlan,
} from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import { endingWith, prepared } from '../connection/statement.ts'
import { insertEventsSql, type RecordEvent } from '../ledger/record-event.ts'
import { columnsOf, recordset, upsertSql } from './record-tables.ts'
import { rowsToStore } from './insert-records.ts'
import type { Scene } from './scene.ts'

const systemChanges = [
  'owner',
  'department',
  'updated_at',
  'updated_by',
  'locked_by',
  'deleted_at',
  'stage_since',
  '_grams',
] as const

/** Where a row tells what came of the record that followed. */
export const cameColumn = '_came'

interface Part {
  readonly text: string
  readonly value: string
}

function updateSql(schema: string, form: CompiledForm, changed: readonly string[]): string {
  const columns = columnsOf(form).filter(
    ({ name }) => (systemChanges as readonly string[]).includes(name) || changed.includes(name),
  )
  const sets = columns.map(({ name }) => `${quoteIdent(name)} = x.${quoteIdent(name)}`).join(', ')
  return `update ${quoteTable(schema, form.table)} as t set version = t.version + 1, ${sets} from json_to_record($1::json) as x(${recordset(columns)}) where t.id = $2 and t.version = $3 returning t.*`
}

function rowParts(scene: Scene, form: CompiledForm, record: PreparedRecord, first: number): Part[] {
  const { schema } = scene.workspace
  const stored = rowsToStore(scene, form, record.system.id, record.values)
  return form.allItems
    .filter(({ path }) => record.changed.includes(path.split('.')[0] ?? ''))
    .map((items, position) => {
      const rows = stored.get(items) ?? []
      const parameter = `$${first + position}`
      const table = quoteTable(schema, items.table)
      const kept = `select x.id from json_to_recordset(${parameter}::json) as x(id uuid)`
      const text = `, d${position} as (delete from ${table} where parent = $2 and id not in (${kept})), i${position} as (${upsertSql(schema, items, parameter)})`
      return { text, value: JSON.stringify(rows) }
    })
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
  const stored = form.stored.map((field) => field.key).filter((key) => record.changed.includes(key))
  const parts = rowParts(scene, form, record, 5)
  const told = `e as (${insertEventsSql(schema, '$4')} where exists (select 1 from ${writtenRows})`
  const changes = `with ${writtenRows} as (${updateSql(schema, form, stored)})${parts.map((part) => part.text).join('')}, `
  const head = follow === undefined ? `${changes}${told}) ` : changes
  const { id, version } = record.system
  const stands = { ...record.values, ...record.system, _grams: record.grams }
  const bound = [
    JSON.stringify(stands),
    id,
    version,
    JSON.stringify([event]),
    ...parts.map((part) => part.value),
  ]
  const answered = written?.statement ?? idAlone
  const ending = follow === undefined ? answered : followedBy(follow, told, answered)
  const values = [...bound, ...ending.values]
  const [row] = await tx.query<ResultRow>(prepared({ text: endingWith(head, bound.length, ending), values }))
  return row
}
