import type { Connection, Database, Transacting } from '../connection/connection.ts'
import { holdingJob, isHeld } from '../connection/held-lock.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import type { ImportJob } from './import-job.ts'
import { importFileTable } from './import-files.ts'
import { importTable, listAtWork, rowTable } from './import-store.ts'

/** Works at an import on a session that holds its lock. */
export const holdingImport = (
  database: Database,
  id: string,
  work: (session: Transacting) => Promise<void>,
): Promise<void> => holdingJob(database, `import ${id}`, work)

/**
 * Imports that nobody works at though their rows are being checked or come in: their server died, or they wait there for
 * their turn. Either way whoever takes one up first does it, and whoever comes second finds nothing left to do.
 */
export async function abandonedImports(
  connection: Connection,
  workspace: WorkspaceRef,
): Promise<ImportJob[]> {
  const running = await listAtWork(connection, workspace)
  const left: ImportJob[] = []
  for (const job of running) if (!(await isHeld(connection, `import ${job.id}`))) left.push(job)
  return left
}

/** Takes the staged rows and files away of imports that nobody touched since; the imports themselves stay. */
export async function dropStagedRows(
  connection: Connection,
  workspace: WorkspaceRef,
  before: string,
): Promise<void> {
  for (const table of [rowTable(workspace), importFileTable(workspace)])
    await connection.query({
      text: `delete from ${table} where import in
        (select id from ${importTable(workspace)} where updated_at < $1 and state not in ('checking', 'importing'))`,
      values: [before],
    })
}
