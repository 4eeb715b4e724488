import { deleteExpiredSessions, tendWorkspaces, type Database } from '@pipewright/db'

const everyMs = 12 * 3600_000

/** What has to be done now and then: sessions that are over, and what every workspace needs. */
async function tidy(database: Database, now: string): Promise<void> {
  await deleteExpiredSessions(database, now)
  await tendWorkspaces(database, now)
}

/** Keeps house twice a day; answers how to stop. What fails is done the next time, nothing waits for it. */
export function keepHouse(database: Database, clock: () => number): () => Promise<void> {
  const timer = setInterval(() => {
    tidy(database, new Date(clock()).toISOString()).catch(() => undefined)
  }, everyMs)
  timer.unref()
  return async () => clearInterval(timer)
}
