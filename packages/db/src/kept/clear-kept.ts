import { tableOf } from '@pipewright/compiler'
import { engineQuery, runQuery } from '../connection/engine-query.ts'
import type { Connection, Database } from '../connection/connection.ts'
import { jitteredBackOff, retrying } from '../connection/retry.ts'
import { lockWorkspace } from '../connection/lock-workspace.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { listParked, type ParkedEntry } from '../publish/parked.ts'
import { countKept } from './count-kept.ts'
import { dropKeptColumn, dropKeptTable } from './drop-kept.ts'
import { keptItems, keptUntil, type KeptItem, type KeptName } from './kept-items.ts'

export type ClearResult = { readonly ok: true } | { readonly ok: false; readonly problem: 'not-found' }

interface Clearing {
  readonly now: string
  /** Null: by the clock. */
  readonly by: string | null
}

/** With line items goes what was removed earlier of the rows inside their rows. */
async function insideOf(
  tx: Connection,
  workspace: WorkspaceRef,
  { entries }: KeptItem,
): Promise<readonly ParkedEntry[]> {
  const tables = entries.filter(({ column, field }) => column === '' && field !== undefined)
  if (tables.length === 0) return []
  const own = new Set(entries.map(({ table }) => table))
  const isInside = ({ form, column, field = '' }: ParkedEntry) =>
    column === '' && tables.some((one) => one.form === form && field.startsWith(`${one.field}.`))
  return (await listParked(tx, workspace)).filter((entry) => !own.has(entry.table) && isInside(entry))
}

async function forget(tx: Connection, workspace: WorkspaceRef, item: KeptItem): Promise<void> {
  const { schema } = workspace
  // With a form goes everything that was removed from it before.
  if (item.kind === 'form') {
    const rows = engineQuery(workspace).selectFrom('_parked').selectAll().where('form', '=', item.path)
    const tables = new Set((await runQuery(tx, rows)).map((row) => row.table_name))
    for (const table of [...tables].filter((name) => name !== tableOf(item.path)))
      await dropKeptTable(tx, schema, table)
    await dropKeptTable(tx, schema, tableOf(item.path))
    await runQuery(tx, engineQuery(workspace).deleteFrom('_parked').where('form', '=', item.path))
    return
  }
  for (const { table, column } of [...item.entries, ...(await insideOf(tx, workspace, item))]) {
    if (column === '') await dropKeptTable(tx, schema, table)
    else await dropKeptColumn(tx, schema, table, column)
    const row = engineQuery(workspace).deleteFrom('_parked').where('table_name', '=', table)
    await runQuery(tx, column === '' ? row : row.where('column_name', '=', column))
  }
}

async function clearIn(
  tx: Connection,
  workspace: WorkspaceRef,
  { path, revision }: KeptName,
  { now, by }: Clearing,
): Promise<ClearResult> {
  // One after the other with publishes: what a publish brought back is not listed any more.
  await lockWorkspace(tx, workspace)
  const found = (await keptItems(tx, workspace)).filter(
    (item) => item.path === path && item.revision === revision,
  )
  if (found.length === 0) return { ok: false, problem: 'not-found' }
  for (const item of found) {
    const count = await countKept(tx, workspace.schema, item)
    await forget(tx, workspace, item)
    const { kind, form, field } = item
    const row = { kind, path, revision, count, at: now, by, form: JSON.stringify(form) }
    const label = field === undefined ? null : JSON.stringify(field.label)
    await runQuery(
      tx,
      engineQuery(workspace)
        .insertInto('_kept_cleared')
        .values({ ...row, field: label }),
    )
  }
  return { ok: true }
}

/** Drops what a removal left behind, for good, and writes down that it did. All of it or nothing. */
export function clearKept(
  database: Database,
  workspace: WorkspaceRef,
  name: KeptName,
  clearing: Clearing,
): Promise<ClearResult> {
  const run = () =>
    database.transaction((tx) => clearIn(tx, workspace, name, clearing), { lockTimeoutMs: 3000 })
  const kinds = new Set(['lockTimeout', 'deadlock'] as const)
  return retrying(run, { attempts: 5, kinds, backOff: jitteredBackOff(200, Math.random) })
}

/**
 * Clears what has been kept long enough, one after the other: a process that dies leaves the rest to the next, and of
 * several processes each thing is cleared by one. What cannot be cleared is told and tried again the next time.
 */
export async function clearExpired(
  database: Database,
  workspace: WorkspaceRef,
  now: string,
  {
    isStopping,
    onFailure,
  }: { isStopping: () => boolean; onFailure: (error: unknown, name: KeptName) => void },
): Promise<void> {
  const items = await keptItems(database, workspace)
  for (const item of items.filter((one) => keptUntil(one) <= now)) {
    if (isStopping()) return
    await clearKept(database, workspace, item, { now, by: null }).catch((error: unknown) =>
      onFailure(error, { path: item.path, revision: item.revision }),
    )
  }
}
