import type { LocalizedText } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { engineQuery, runQuery } from '../connection/engine-query.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { countKept } from './count-kept.ts'
import { keptItems, keptUntil, type KeptItem } from './kept-items.ts'

/** What was removed and is still kept. */
export interface Kept extends Pick<KeptItem, 'path' | 'revision' | 'form' | 'at'> {
  readonly kind: Exclude<KeptItem['kind'], 'links'>
  readonly field: LocalizedText | null
  readonly type: string | null
  /** Who published the removal. */
  readonly by: string | null
  readonly until: string
  /** Records (for line items: rows) that hold a value. */
  readonly count: number
}

export interface Cleared extends Pick<Kept, 'path' | 'revision' | 'form' | 'field' | 'at' | 'by' | 'count'> {
  readonly kind: KeptItem['kind']
}

const mostCleared = 100

async function publishers(
  connection: Connection,
  workspace: WorkspaceRef,
): Promise<ReadonlyMap<number, string | null>> {
  const query = engineQuery(workspace).selectFrom('_revision').select(['n', 'published_by'])
  const rows = await runQuery(connection, query)
  return new Map(rows.map(({ n, published_by: by }) => [n, by]))
}

/** What removed forms and fields left behind, the newest removal first. */
export async function listKept(connection: Connection, workspace: WorkspaceRef): Promise<readonly Kept[]> {
  const by = await publishers(connection, workspace)
  const kept: Kept[] = []
  for (const item of await keptItems(connection, workspace)) {
    const { kind, path, revision, form, field, at } = item
    if (kind === 'links') continue
    const count = await countKept(connection, workspace.schema, item)
    const until = keptUntil(item)
    const named = { field: field?.label ?? null, type: field?.type ?? null }
    kept.push({ kind, path, revision, form, ...named, at, by: by.get(revision) ?? null, until, count })
  }
  return kept.toReversed()
}

/** What was cleared for good, the newest first. */
export async function listCleared(
  connection: Connection,
  workspace: WorkspaceRef,
): Promise<readonly Cleared[]> {
  const query = engineQuery(workspace)
    .selectFrom('_kept_cleared')
    .select(['kind', 'path', 'revision', 'form', 'field', 'at', 'by', 'count'])
    .where('kind', '<>', 'links')
    .orderBy('id', 'desc')
  return runQuery(connection, query.limit(mostCleared))
}
