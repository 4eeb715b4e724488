import type { Connection, Database, Transacting } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { failImport, type Turn } from './import-states.ts'
import { importTable, rowTable } from './import-store.ts'

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

/** An import whose server died says so and can be checked again; none of its rows was stored. */
export async function failIfAbandoned(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, now }: Turn,
): Promise<boolean> {
  if (await isHeld(connection, id)) return false
  return failImport(connection, workspace, { id, now, error: 'interrupted' })
}

/** The same for all imports of a workspace; answers how many. */
export async function failAbandoned(
  connection: Connection,
  workspace: WorkspaceRef,
  now: string,
): Promise<number> {
  const running = await connection.query<{ id: string }>({
    text: `select id from ${importTable(workspace)} where state in ('checking', 'importing')`,
    values: [],
  })
  let failed = 0
  for (const { id } of running) if (await failIfAbandoned(connection, workspace, { id, now })) failed += 1
  return failed
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
