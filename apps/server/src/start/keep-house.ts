import {
  claimTending,
  deleteExpiredSessions,
  deleteOldAttempts,
  releaseTending,
  tendWorkspaces,
  type Database,
} from '@pipewright/db'

/** When it is done, and how often it is looked whether it has to be. */
interface HouseTimes {
  /** After the start, which waits for nothing of it. */
  readonly firstMs: number
  readonly lookMs: number
  /** Once in so long, over all processes and starts. */
  readonly periodMs: number
}

const usually: HouseTimes = { firstMs: 2 * 60_000, lookMs: 3600_000, periodMs: 12 * 3600_000 }

/** What has to be done now and then: sessions that are over, and what every workspace needs. */
async function tidy(database: Database, now: string, periodMs: number): Promise<void> {
  if (!(await claimTending(database, now, periodMs))) return
  try {
    await deleteExpiredSessions(database, now)
    await deleteOldAttempts(database, now)
    await tendWorkspaces(database, now)
  } catch (error) {
    await releaseTending(database, now)
    throw error
  }
}

/**
 * Keeps house twice a day, first soon after the start, so that a server that is started anew every day does it too; answers how
 * to stop. What fails is done the next time, nothing waits for it.
 */
export function keepHouse(
  database: Database,
  clock: () => number,
  times: HouseTimes = usually,
): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  const look = () => {
    last = tidy(database, new Date(clock()).toISOString(), times.periodMs).catch(() => undefined)
  }
  const first = setTimeout(look, times.firstMs)
  const timer = setInterval(look, times.lookMs)
  first.unref()
  timer.unref()
  return async () => {
    clearTimeout(first)
    clearInterval(timer)
    await last
  }
}
