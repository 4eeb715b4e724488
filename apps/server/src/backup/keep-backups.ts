import { listBackupRuns, type BackupRun } from '@pipewright/db'
import { listBackups } from './backup-files.ts'
import type { BackupTimes, BackupUnderWay, KeepBackupsOptions, KeptBackups } from './kept-backups.ts'
import type { BackupProgress } from './make-backup.ts'
import { failureOf, makeRemembered } from './make-remembered.ts'
import { nextDue } from './schedule.ts'
import { settleLostRuns } from './settle-lost-runs.ts'
import { cutOffOf, restsAfter, standingBackups, troubleOf, type StandingBackup } from './standing.ts'

const usually: BackupTimes = { firstMs: 10 * 60_000, lookMs: 60_000, againMs: 3600_000 }

const iso = (ms: number): string => new Date(ms).toISOString()

const beginning = (now: number): BackupUnderWay => ({
  at: iso(now),
  phase: 'writing',
  done: 0,
  expected: null,
})

interface Known {
  readonly backups: readonly StandingBackup[]
  readonly runs: readonly BackupRun[]
  /** When the next one begins by itself, in milliseconds. */
  readonly dueAt: number
}

async function knownBackups(
  { source, settings, database, clock }: KeepBackupsOptions,
  { begunAt, times }: { readonly begunAt: number; readonly times: BackupTimes },
): Promise<Known> {
  const { folder, time } = settings
  // A folder that cannot be read holds nothing that could be brought back.
  const kept = await listBackups(folder, source.prefix).catch(() => [])
  const runs = await listBackupRuns(database)
  const earliest = Math.max(begunAt + times.firstMs, restsAfter(runs, times.againMs))
  const dueAt = Math.max(nextDue(time, clock(), kept[0]?.at), earliest)
  return { backups: standingBackups(kept, runs), runs, dueAt }
}

/**
 * Makes a backup every night, one at a time, and lets old ones go; a night that was slept through is made up for soon
 * after the start, and one can be asked for. What became of each is remembered, so that a start changes nothing of it.
 */
export function keepBackups(options: KeepBackupsOptions): KeptBackups {
  const { source, settings, database, clock, say, times = usually } = options
  const ending = new AbortController()
  const begunAt = clock()
  const known = () => knownBackups(options, { begunAt, times })
  let progress: BackupUnderWay | undefined
  let waiting = 0
  let restsUntil = 0
  const settled = settleLostRuns(database, { ...settings, ...source, now: iso(begunAt) })
  /** One after the other. */
  let last: Promise<void> = settled

  async function make(): Promise<void> {
    const begun = (progress ??= beginning(clock()))
    const onProgress = (now: BackupProgress) => void (progress = { ...begun, ...now })
    const one = { at: begun.at, signal: ending.signal, onProgress }
    await makeRemembered(options, one).finally(() => (progress = undefined))
  }

  async function look(): Promise<void> {
    const isDue = (await known()).dueAt <= clock()
    // One that somebody asked for meanwhile comes next.
    if (isDue && progress === undefined) await make()
  }

  function enqueue(work: () => Promise<void>): void {
    waiting += 1
    last = last
      .then(async () => {
        if (!ending.signal.aborted) await work()
      })
      .catch((error: unknown) => {
        restsUntil = clock() + times.againMs
        say(failureOf(settings.folder, error))
      })
      .finally(() => (waiting -= 1))
  }

  const timer = setInterval(() => {
    if (waiting === 0 && clock() >= restsUntil) enqueue(look)
  }, times.lookMs)
  timer.unref()
  return {
    begin() {
      if (progress !== undefined) return
      progress = beginning(clock())
      enqueue(make)
    },
    async standing() {
      await settled
      const { backups, runs, dueAt } = await known()
      const lastEnd = runs.find(({ endedAt }) => endedAt !== null)?.endedAt ?? null
      const trouble = troubleOf(backups, runs, clock())
      const cutOff = cutOffOf(backups, runs)
      const { retention } = settings
      return { backups, underWay: progress, trouble, cutOff, next: iso(dueAt), lastEnd, retention }
    },
    async stop() {
      clearInterval(timer)
      ending.abort()
      await last
    },
  }
}
