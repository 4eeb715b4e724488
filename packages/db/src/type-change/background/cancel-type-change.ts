import type { Connection, Database } from '../../connection/connection.ts'
import type { WorkspaceRef } from '../../connection/workspace-ref.ts'
import { retryingBusy } from '../../publish/retrying-busy.ts'
import { dropNextColumn, stopNoting } from './next-column.ts'
import { noteTable, openWork, workColumns, workTable } from './type-change-work.ts'

async function cancelIn(tx: Connection, workspace: WorkspaceRef): Promise<boolean> {
  if ((await openWork(tx, workspace, true)) === undefined) return false
  const { schema } = workspace
  for (const { table, position, step } of await workColumns(tx, workspace)) {
    await stopNoting(tx, schema, table, position)
    await dropNextColumn(tx, { schema, table, column: step.column })
  }
  await tx.query({ text: `delete from ${noteTable(workspace)}`, values: [] })
  await tx.query({ text: `delete from ${workTable(workspace)}`, values: [] })
  return true
}

/** Takes a type change back that is not in force yet; the draft stays. Answers whether there was one. */
export const cancelTypeChange = (database: Database, workspace: WorkspaceRef): Promise<boolean> =>
  retryingBusy((lockTimeoutMs) =>
    database.transaction((tx) => cancelIn(tx, workspace), { lockTimeoutMs, statementTimeoutMs: 60_000 }),
  )
