import { createHash } from 'node:crypto'
import type { IndexPlan, MigrationPlan } from '@pipewright/compiler'
import { dependencies } from '@pipewright/logic'
import type { Connection, Database } from '../../connection/connection.ts'
import { DatabaseError } from '../../connection/database-error.ts'
import { quoteTable } from '../../connection/quote-ident.ts'
import type { WorkspaceRef } from '../../connection/workspace-ref.ts'
import { columnsOf, indexesOf } from '../../publish/catalogue.ts'
import { createIndexSql } from '../../publish/index-sql.ts'
import { nextColumn } from './next-column.ts'
import type { WorkColumn } from './type-change-work.ts'

const prefix = '_next_index_'

/** What an index is called until the column it is made of takes its place. */
export const nextIndex = (name: string): string =>
  `${prefix}${createHash('sha256').update(name).digest('hex').slice(0, 32)}`

/** The indexes over converted columns, as they are made before; not those that need what is only added with the rest. */
async function plannedIndexes(
  connection: Connection,
  { schema }: WorkspaceRef,
  { steps }: MigrationPlan,
  columns: readonly WorkColumn[],
): Promise<IndexPlan[]> {
  const found: IndexPlan[] = []
  for (const step of steps) {
    if (step.type !== 'createIndex') continue
    const { index } = step
    const converted = new Set(
      columns.filter(({ table }) => table === index.table).map(({ step: { column } }) => column.name),
    )
    const asked = index.condition === undefined ? [] : dependencies(index.condition.when)
    const conditions = asked.map(([key = '']) => key)
    // A condition names its columns as they are called in the end.
    if (conditions.some((key) => converted.has(key))) continue
    if (!index.keys.some(({ column }) => converted.has(column))) continue
    const keys = index.keys.map((key) =>
      converted.has(key.column) ? { ...key, column: nextColumn(key.column) } : key,
    )
    const present = await columnsOf(connection, schema, index.table)
    const needed = [...keys.map(({ column }) => column), ...conditions]
    if (needed.every((name) => present.has(name))) found.push({ ...index, name: nextIndex(index.name), keys })
  }
  return found
}

/** `built`: some were made just now. `duplicates`: records have the same value where that may not be. */
export type NextIndexes = 'ready' | 'built' | 'busy' | 'duplicates'

/** Makes the indexes of the new columns while people go on writing, so that the last step has none to make. */
export async function buildNextIndexes(
  database: Database,
  workspace: WorkspaceRef,
  plan: MigrationPlan,
  columns: readonly WorkColumn[],
): Promise<NextIndexes> {
  const { schema } = workspace
  const wanted = await plannedIndexes(database, workspace, plan, columns)
  const present = await indexesOf(database, schema)
  const missing = wanted.filter(({ name }) => !present.has(name))
  if (missing.length === 0) return 'ready'
  return database.session(async (session) => {
    const run = (text: string) => session.query({ text, values: [] })
    await run('set statement_timeout = 0')
    const [lock] = await session.query<{ mine: boolean }>({
      text: 'select pg_try_advisory_lock(hashtextextended($1, 0)) as mine',
      values: [`indexes ${schema}`],
    })
    if (lock?.mine !== true) return 'busy'
    for (const index of missing) {
      // A build that was interrupted leaves an invalid index of that name.
      const drop = () => run(`drop index concurrently if exists ${quoteTable(schema, index.name)}`)
      await drop()
      try {
        await run(createIndexSql(schema, index, true))
      } catch (error) {
        await drop()
        if (error instanceof DatabaseError && error.kind === 'unique') return 'duplicates'
        throw error
      }
    }
    return 'built'
  })
}

/** Whether values of a table's new columns are already kept from occurring twice. */
export async function keepsUnique(connection: Connection, schema: string, table: string): Promise<boolean> {
  const rows = await connection.query({
    text: `select 1 from pg_index join pg_class on pg_class.oid = indexrelid
      where indrelid = $1::regclass and indisunique and starts_with(relname, $2) limit 1`,
    values: [quoteTable(schema, table), prefix],
  })
  return rows.length > 0
}
