import type { Connection, Database, Transacting } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { failImport, type Turn } from './import-states.ts'
import type { ImportJob } from './import-job.ts'
import { importTable, listImporting, rowTable } from './import-store.ts'

const lockKey = `hashtextextended('import ' || $1::text, 0)`

/**
 * Works at an import on a session that holds its lock, which PostgreSQL lets go when the session ends, however it ends.
 * So whether somebody still works at it can be asked by looking for the lock.
 */
export function holdingImport(
  database: Database,
  id: string,
  work: (session: Transacting) => Promise<void>,
): Promise<void> {
  return database.session(async (session) => {
    await session.query({ text: `select pg_advisory_lock(${lockKey})`, values: [id] })
    await work(session)
  })
}

async function isHeld(connection: Connection, id: string): Promise<boolean> {
  const [row] = await connection.query<{ held: boolean }>({
    text: `select exists (select from pg_locks where locktype = 'advisory' and granted and objsubid = 1
      and ((classid::bigint << 32) | objid::bigint) = ${lockKey}
      and database = (select oid from pg_database where datname = current_database())) as held`,
    values: [id],
  })
  return row?.held === true
}

/** A check whose server died says so and can be made again. */
export async function failIfAbandoned(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, now }: Turn,
): Promise<boolean> {
  if (await isHeld(connection, id)) return false
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
  for (const job of running) if (!(await isHeld(connection, job.id))) left.push(job)
  return left
}

/** Takes the staged rows away of imports that nobody touched since; the imports themselves stay. */
export async function dropStagedRows(
  connection: Connection,
  workspace: WorkspaceRef,
  before: string,
): Promise<void> {
  await connection.query({
    text: `delete from ${rowTable(workspace)} where import in
      (select id from ${importTable(workspace)} where updated_at < $1 and state not in ('checking', 'importing'))`,
    values: [before],
  })
}
