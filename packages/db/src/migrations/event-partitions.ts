import type { Connection, Transacting } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

interface Month {
  readonly table: string
  readonly from: string
  readonly to: string
}

const firstDay = (year: number, month: number) => new Date(Date.UTC(year, month, 1)).toISOString()

/** The month that lies `ahead` months after that of the instant. */
export function monthAfter(now: string, ahead: number): Month {
  const day = new Date(now)
  const year = day.getUTCFullYear()
  const month = day.getUTCMonth() + ahead
  const from = firstDay(year, month)
  return { table: `_record_event_${from.slice(0, 7).replace('-', '_')}`, from, to: firstDay(year, month + 1) }
}

const monthsAhead = [0, 1, 2]

async function partitionsOf(connection: Connection, { schema }: WorkspaceRef): Promise<Set<string>> {
  const rows = await connection.query<{ name: string }>({
    text: `select child.relname as name from pg_inherits
      join pg_class child on child.oid = inhrelid
      join pg_class parent on parent.oid = inhparent
      join pg_namespace on pg_namespace.oid = parent.relnamespace
      where parent.relname = '_record_event' and nspname = $1`,
    values: [schema],
  })
  return new Set(rows.map(({ name }) => name))
}

/** Makes the partition of a month, taking over what the default partition already holds of it. */
async function addPartition(
  tx: Connection,
  { schema }: WorkspaceRef,
  { table, from, to }: Month,
): Promise<void> {
  const events = quoteTable(schema, '_record_event')
  const other = quoteTable(schema, '_record_event_other')
  const partition = quoteTable(schema, table)
  await tx.query({ text: `lock table ${other} in exclusive mode`, values: [] })
  await tx.query({ text: `create table ${partition} (like ${events} including defaults)`, values: [] })
  await tx.query({
    text: `with moved as (delete from ${other} where at >= $1 and at < $2 returning *)
      insert into ${partition} select * from moved`,
    values: [from, to],
  })
  const attach = `alter table ${events} attach partition ${partition} for values from ('${from}') to ('${to}')`
  await tx.query({ text: attach, values: [] })
}

/** Inside a transaction: makes the ledger's partitions of this month and the next two. */
export async function addMissingPartitions(
  tx: Connection,
  workspace: WorkspaceRef,
  now: string,
): Promise<void> {
  const present = await partitionsOf(tx, workspace)
  for (const month of monthsAhead.map((ahead) => monthAfter(now, ahead)))
    if (!present.has(month.table)) await addPartition(tx, workspace, month)
}

/**
 * Makes sure that the ledger has partitions for this month and the next two; call it at start and once a day. Without
 * it nothing is lost: events then lie in the default partition until the month gets its own.
 */
export async function ensureEventPartitions(
  on: Transacting,
  workspace: WorkspaceRef,
  now: string,
): Promise<void> {
  await on.transaction(
    async (tx) => {
      await tx.query({
        text: `select pg_advisory_xact_lock(hashtextextended($1, 1))`,
        values: [`${quoteIdent(workspace.schema)} partitions`],
      })
      await addMissingPartitions(tx, workspace, now)
    },
    { lockTimeoutMs: 3000 },
  )
}
