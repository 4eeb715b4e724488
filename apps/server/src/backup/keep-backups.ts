import { BackupUnderWayError } from '@pipewright/db'
import { rm } from 'node:fs/promises'
import { listBackups, removeHalfOnes } from './backup-files.ts'
import { makeBackup, NoRoomError, type BackupSource } from './make-backup.ts'
import { whichMayGo, type Retention } from './retention.ts'
import { nextDue, type TimeOfDay } from './schedule.ts'

export interface BackupSettings {
  readonly folder: string
  readonly time: TimeOfDay
  readonly retention: Retention
}

export interface KeepBackupsOptions {
  readonly source: BackupSource
  readonly settings: BackupSettings
  readonly clock: () => number
  /** Told what went wrong, for who runs the server. */
  readonly say: (line: string) => void
  readonly times?: BackupTimes
}

interface BackupTimes {
  /** After the start, which waits for nothing of it. */
  readonly firstMs: number
  readonly lookMs: number
  /** What failed is tried again after so long. */
  readonly againMs: number
}

const usually: BackupTimes = { firstMs: 10 * 60_000, lookMs: 60_000, againMs: 3600_000 }

function failureOf(folder: string, error: unknown): string {
  if (error instanceof NoRoomError)
    return `No backup was made: the disk that holds ${folder} lacks room. / 未能创建备份：${folder} 所在的磁盘空间不足。`
  const why = error instanceof Error ? error.message : String(error)
  return `No backup could be made in ${folder}: ${why} / 无法在 ${folder} 中创建备份：${why}`
}

/** What may go goes only after a new one is whole. */
async function letOldOnesGo({ folder, retention }: BackupSettings, prefix: string): Promise<void> {
  const kept = await listBackups(folder, prefix)
  const ats = kept.map(({ at }) => at)
  const mayGo = new Set(whichMayGo(ats, retention))
  for (const { file, at } of kept) if (mayGo.has(at)) await rm(file, { force: true })
}

/**
 * Makes a backup every night, one at a time, and lets old ones go; a night that was slept through is made up for soon
 * after the start. Answers how to stop, which ends the one under way.
 */
export function keepBackups(options: KeepBackupsOptions): () => Promise<void> {
  const { source, settings, clock, say, times = usually } = options
  const { folder, time } = settings
  const ending = new AbortController()
  let restsUntil = clock() + times.firstMs
  let underWay: Promise<void> | undefined

  async function look(): Promise<void> {
    try {
      const [last] = await listBackups(folder, source.prefix)
      if (nextDue(time, clock(), last?.at) > clock()) return
      const at = new Date(clock()).toISOString()
      await makeBackup(source, { folder, at, signal: ending.signal })
      await letOldOnesGo(settings, source.prefix)
    } catch (error) {
      if (error instanceof BackupUnderWayError || ending.signal.aborted) return
      restsUntil = clock() + times.againMs
      say(failureOf(folder, error))
    }
  }

  function lookUnlessBusy(): void {
    if (underWay !== undefined || clock() < restsUntil) return
    underWay = look().finally(() => (underWay = undefined))
  }

  const cleaned = removeHalfOnes(folder, source.prefix).catch(() => undefined)
  const timer = setInterval(lookUnlessBusy, times.lookMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    ending.abort()
    await cleaned
    await underWay
  }
}
