import type { Database } from '../connection/connection.ts'
import { runQuery, systemQuery } from '../connection/engine-query.ts'
import { forgetRequests } from '../idempotency/forget-requests.ts'
import { ensureEventPartitions } from '../migrations/event-partitions.ts'
import { loadRevision } from '../revisions/revisions.ts'
import { forgetVisits } from '../public-forms/visits.ts'
import { forgetDeletedViews } from '../views/saved-views.ts'
import { buildMissingIndexes } from './build-missing-indexes.ts'

/** A ticket is used within a day or not at all. */
const ticketLife = 2 * 24 * 3_600_000

/**
 * What every workspace needs from time to time: partitions of the months ahead, indexes that a killed process left
 * unmade, and an end of requests that nobody repeats any more. Call it after the start and once a day; any number of processes may.
 */
export async function tendWorkspaces(database: Database, now: string): Promise<void> {
  const query = systemQuery.selectFrom('workspace').select(['key', 'schema']).orderBy('key')
  for (const workspace of await runQuery(database, query)) {
    await ensureEventPartitions(database, workspace, now)
    await forgetRequests(database, workspace, now)
    await forgetVisits(database, workspace, new Date(Date.parse(now) - ticketLife).toISOString())
    await forgetDeletedViews(database, workspace, now)
    const revision = await loadRevision(database, workspace)
    if (revision !== undefined) await buildMissingIndexes(database, workspace, revision.definition)
  }
}
