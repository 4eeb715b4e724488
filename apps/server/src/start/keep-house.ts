import { deleteExpiredSessions, ensureEventPartitions, listWorkspaces, type Database } from '@pipewright/db'

const everyMs = 12 * 3600_000

/** What has to be done now and then: the ledger's next months, sessions that are over. */
async function tidy(database: Database, now: string): Promise<void> {
  await deleteExpiredSessions(database, now)
  for (const workspace of await listWorkspaces(database))
    await ensureEventPartitions(database, workspace, now)
}

/** Keeps house twice a day; answers how to stop. What fails is done the next time, nothing waits for it. */
export function keepHouse(database: Database, clock: () => number): () => Promise<void> {
  const timer = setInterval(() => {
    tidy(database, new Date(clock()).toISOString()).catch(() => undefined)
  }, everyMs)
  timer.unref()
  return async () => clearInterval(timer)
}
