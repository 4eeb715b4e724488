import type { Connection, Database, Transacting } from '../connection/connection.ts'
import { holdingJob, isHeld } from '../connection/held-lock.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { failImport, type Turn } from './import-states.ts'
import type { ImportJob } from './import-job.ts'
import { importFileTable } from './import-files.ts'
import { importTable, listImporting, rowTable } from './import-store.ts'

/** Works at an import on a session that holds its lock. */
export const holdingImport = (
  database: Database,
  id: string,
  work: (session: Transacting) => Promise<void>,
): Promise<void> => holdingJob(database, `import ${id}`, work)

/** A check whose server died says so and can be made again. */
export async function failIfAbandoned(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, now }: Turn,
): Promise<boolean> {
  if (await isHeld(connection, `import ${id}`)) return false
  return failImport(connection, workspace, { id, now, error: 'interrupted', from: ['checking'] })
}

/** The same for all checks of a workspace; answers how many. */
export async function failAbandoned(
  connection: Connection,
  workspace: WorkspaceRef,
  now: string,
): Promise<number> {
  const running = await connection.query<{ id: string }>({
    text: `select id from ${importTable(workspace)} where state = 'checking'`,
    values: [],
  })
  let failed = 0
  for (const { id } of running) if (await failIfAbandoned(connection, workspace, { id, now })) failed += 1
  return failed
}

/** Imports whose server died while their rows came in: they go on where they were. */
export async function abandonedImports(
  connection: Connection,
  workspace: WorkspaceRef,
): Promise<ImportJob[]> {
  const running = await listImporting(connection, workspace)
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
