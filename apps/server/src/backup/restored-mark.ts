import { deleteAllSessions, holdAll, type Database, type Hold } from '@pipewright/db'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Lies in a data folder from a restore until the start after it has held what would go out. */
const markOf = (dataFolder: string) => join(dataFolder, 'restored')

/** The next start sends nothing before an administrator says so. */
export async function markRestored(dataFolder: string, hold: Hold): Promise<void> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const mark = markOf(dataFolder)
  const half = `${mark}.part`
  await writeFile(half, JSON.stringify(hold), { mode: 0o600, flush: true })
  await rename(half, mark)
}

async function readMark(mark: string, now: string): Promise<Hold | undefined> {
  const text = await readFile(mark, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  try {
    const { backupAt, restoredAt } = JSON.parse(text) as Partial<Hold>
    if (typeof restoredAt === 'string') return { backupAt: backupAt ?? null, restoredAt }
  } catch {
    // That there is one says enough.
  }
  return { backupAt: null, restoredAt: now }
}

/**
 * Holds what would go out of a database that was brought back, before anything could, and ends its sessions: some had been
 * ended since the backup was made, by a sign-out, a lock-out or another password, and nobody knows which. The mark goes
 * after that is written down, so that a start which is killed in between is done again.
 */
export async function holdRestored(database: Database, dataFolder: string, now: string): Promise<boolean> {
  const mark = markOf(dataFolder)
  const hold = await readMark(mark, now)
  if (hold === undefined) return false
  await database.transaction(async (tx) => {
    await holdAll(tx, hold)
    await deleteAllSessions(tx)
  })
  await rm(mark, { force: true })
  return true
}
