import { endBackupRun, listBackupRuns, type Connection } from '@pipewright/db'
import { listBackups, removeHalfOnes } from './backup-files.ts'

interface Place {
  readonly folder: string
  readonly prefix: string
  readonly now: string
}

/** An attempt without an end ended with its server; but in a database that was brought back from it, it became whole. */
async function settle(connection: Connection, { folder, prefix, now }: Place): Promise<void> {
  const lost = (await listBackupRuns(connection)).filter(({ outcome }) => outcome === null)
  if (lost.length === 0) return
  const kept = await listBackups(folder, prefix)
  for (const { at } of lost) {
    const bytes = kept.find((one) => one.at.slice(0, 19) === at.slice(0, 19))?.bytes ?? null
    await endBackupRun(connection, at, { outcome: bytes === null ? 'stopped' : 'whole', bytes, endedAt: now })
  }
}

/** Clears up after a server that ended in the middle of a backup. The caller knows that none is under way. */
export async function settleLostRuns(connection: Connection, place: Place): Promise<void> {
  await settle(connection, place).catch(() => undefined)
  await removeHalfOnes(place.folder, place.prefix).catch(() => undefined)
}
