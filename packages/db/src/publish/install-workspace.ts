import { planMigration } from '@pipewright/compiler'
import type { AppDefinition } from '@pipewright/schemas'
import type { Connection, Database } from '../connection/connection.ts'
import { DatabaseError } from '../connection/database-error.ts'
import { runQuery, systemQuery } from '../connection/engine-query.ts'
import { workspaceRef, type WorkspaceRef } from '../connection/workspace-ref.ts'
import { applyMigration, prepareSchema } from '../migrations/apply-migrations.ts'
import { addMissingPartitions } from '../migrations/event-partitions.ts'
import { workspaceMigrations } from '../migrations/workspace-migrations.ts'
import { storeRevision, type Sentence } from '../revisions/revisions.ts'
import { announceRevision } from './announcement.ts'
import { runStep } from './run-step.ts'

export interface NewWorkspace {
  /** Becomes the schema `ws_<key>`: `[a-z][a-z0-9_]{0,40}`. */
  readonly key: string
  readonly name: string
  readonly locale?: 'en' | 'zh'
  readonly zone?: string
  /** Account that makes it. */
  readonly createdBy?: string
  readonly definition: AppDefinition
  readonly changes?: readonly Sentence[]
  readonly now: string
  /** Runs in the same transaction once everything is there: the first member, sample records. */
  readonly within?: (tx: Connection, workspace: WorkspaceRef) => Promise<void>
}

export type InstallResult =
  | { readonly ok: true; readonly workspace: WorkspaceRef }
  | { readonly ok: false; readonly problem: 'key-taken' }

/** As calendars of the language show weeks: from Sunday, or from Monday. */
const firstDay = { en: 7, zh: 1 } as const

async function register(tx: Connection, { schema }: WorkspaceRef, request: NewWorkspace): Promise<void> {
  const { key, name, locale = 'en', zone = 'UTC', createdBy = null, now } = request
  const row = {
    key,
    name,
    schema,
    locale,
    zone,
    created_at: now,
    created_by: createdBy,
    week_start: firstDay[locale],
  }
  await runQuery(tx, systemQuery.insertInto('workspace').values(row))
}

async function installIn(tx: Connection, workspace: WorkspaceRef, request: NewWorkspace): Promise<void> {
  const { definition, changes = [], now, within } = request
  await register(tx, workspace, request)
  await prepareSchema(tx, workspace.schema)
  for (const migration of workspaceMigrations) await applyMigration(tx, workspace.schema, migration)
  await addMissingPartitions(tx, workspace, now)
  const scene = { tx, schema: workspace.schema, revision: 1, now, optionSets: definition.optionSets }
  for (const step of planMigration(null, definition).steps) await runStep(scene, step)
  await storeRevision(tx, workspace, { revision: 1, at: now, by: null, changes, definition })
  await within?.(tx, workspace)
  await announceRevision(tx, workspace, 1)
}

/** Makes a workspace with its tables and its first revision, all at once; after a failure nothing of it is there. */
export async function installWorkspace(database: Database, request: NewWorkspace): Promise<InstallResult> {
  const workspace = workspaceRef(request.key)
  try {
    await database.transaction((tx) => installIn(tx, workspace, request), { statementTimeoutMs: 120_000 })
    return { ok: true, workspace }
  } catch (error) {
    const taken = error instanceof DatabaseError && error.kind === 'unique' && error.table === 'workspace'
    if (taken) return { ok: false, problem: 'key-taken' }
    throw error
  }
}
