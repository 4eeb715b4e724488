import { BackupUnderWayError, beginBackupRun, endBackupRun, type BackupRun } from '@pipewright/db'
import { rm } from 'node:fs/promises'
import { listBackups } from './backup-files.ts'
import type { BackupSettings, KeepBackupsOptions } from './kept-backups.ts'
import { makeBackup, NoRoomError, type BackupOptions } from './make-backup.ts'
import { whichMayGo } from './retention.ts'

/** What is said to who runs the server. */
export function failureOf(folder: string, error: unknown): string {
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

type OneBackup = Required<Pick<BackupOptions, 'at' | 'signal' | 'onProgress'>>

/** Makes one backup, remembers what became of it, and lets go what may go after it. */
export async function makeRemembered(options: KeepBackupsOptions, one: OneBackup): Promise<void> {
  const { source, settings, database, clock } = options
  const end = (ended: Pick<BackupRun, 'outcome'> & Partial<BackupRun>) =>
    endBackupRun(database, one.at, { ...ended, endedAt: new Date(clock()).toISOString() })
  await beginBackupRun(database, one.at)
  try {
    const { bytes } = await makeBackup(source, { folder: settings.folder, ...one })
    await end({ outcome: 'whole', bytes })
  } catch (error) {
    if (error instanceof BackupUnderWayError || one.signal.aborted) return await end({ outcome: 'stopped' })
    await end({ outcome: 'failed', reason: error instanceof NoRoomError ? 'no-room' : 'other' })
    throw error
  }
  await letOldOnesGo(settings, source.prefix)
}
