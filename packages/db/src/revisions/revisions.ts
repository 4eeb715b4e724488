import type { AppDefinition } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { engineQuery, firstOf, runQuery } from '../connection/engine-query.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

/** A sentence in every language of the product. */
export interface Sentence {
  readonly en: string
  readonly zh: string
}

export interface RevisionEntry {
  readonly revision: number
  readonly at: string
  /** Member who published it; null for the first. */
  readonly by: string | null
  readonly changes: readonly Sentence[]
}

export interface Revision extends RevisionEntry {
  readonly definition: AppDefinition
}

/** The number of the revision in force. */
export async function currentRevision(connection: Connection, workspace: WorkspaceRef): Promise<number> {
  const query = engineQuery(workspace).selectFrom('_revision').select('n').orderBy('n', 'desc').limit(1)
  return (await firstOf(connection, query))?.n ?? 0
}

/** A revision in full, the one in force unless another is asked for; undefined when there is none of that number. */
export async function loadRevision(
  connection: Connection,
  workspace: WorkspaceRef,
  revision?: number,
): Promise<Revision | undefined> {
  const newest = engineQuery(workspace).selectFrom('_revision').selectAll().orderBy('n', 'desc').limit(1)
  const row = await firstOf(connection, revision === undefined ? newest : newest.where('n', '=', revision))
  if (row === undefined) return undefined
  return {
    revision: row.n,
    at: row.at,
    by: row.published_by,
    changes: row.summary,
    definition: row.definition,
  }
}

/** What was published, newest first. */
export async function listRevisions(
  connection: Connection,
  workspace: WorkspaceRef,
  most = 200,
): Promise<RevisionEntry[]> {
  const query = engineQuery(workspace).selectFrom('_revision').select(['n', 'at', 'published_by', 'summary'])
  const rows = await runQuery(connection, query.orderBy('n', 'desc').limit(most))
  return rows.map(({ n, at, published_by: by, summary }) => ({ revision: n, at, by, changes: summary }))
}

/** Inside the transaction that makes the tables fit. */
export async function storeRevision(tx: Connection, workspace: WorkspaceRef, made: Revision): Promise<void> {
  const row = {
    n: made.revision,
    definition: JSON.stringify(made.definition),
    summary: JSON.stringify(made.changes),
    published_by: made.by,
    at: made.at,
  }
  await runQuery(tx, engineQuery(workspace).insertInto('_revision').values(row))
}
