import type { Database, Transacting } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { bringUpToDate, migratedTo } from './apply-migrations.ts'
import { ensureEventPartitions } from './event-partitions.ts'
import type { Migration } from './migration.ts'
import { systemMigrations } from './system-migrations.ts'
import { workspaceMigrations } from './workspace-migrations.ts'

/** Every process of every version takes this one lock to migrate. */
const migrationLock = 7_046_271_001

/** The numbers of the newest migrations that this version knows. */
export const newestMigrations = {
  system: systemMigrations.at(-1)?.number ?? 0,
  workspace: workspaceMigrations.at(-1)?.number ?? 0,
}

export interface MigrateOptions {
  /** Now, as an ISO instant. */
  readonly now: string
  readonly system?: readonly Migration[]
  readonly workspace?: readonly Migration[]
}

async function workspacesOf(session: Transacting): Promise<WorkspaceRef[]> {
  return session.query<WorkspaceRef>({
    text: 'select key, schema from system.workspace order by key',
    values: [],
  })
}

/** The installation was migrated by a newer version of the product. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError'
}

async function refuseNewer(session: Transacting, schema: string, known: readonly Migration[]): Promise<void> {
  const newest = known.at(-1)?.number ?? 0
  if ((await migratedTo(session, schema)) > newest)
    throw new NewerSchemaError(`The schema ${schema} was made by a newer version of Pipewright.`)
}

/**
 * Brings the system schema and every workspace up to date. Any number of processes may start together: one migrates,
 * the others wait for it and then find nothing to do. Killed at any statement, the next start goes on.
 */
export async function migrate(
  database: Database,
  { now, system = systemMigrations, workspace = workspaceMigrations }: MigrateOptions,
): Promise<void> {
  await database.session(async (session) => {
    await session.query({ text: 'set statement_timeout = 0', values: [] })
    // The session's end gives the lock back, whatever happens.
    await session.query({ text: 'select pg_advisory_lock($1)', values: [migrationLock] })
    await bringUpToDate(session, 'system', system)
    await refuseNewer(session, 'system', system)
    for (const ref of await workspacesOf(session)) {
      await bringUpToDate(session, ref.schema, workspace)
      await refuseNewer(session, ref.schema, workspace)
      await ensureEventPartitions(session, ref, now)
    }
  })
}
