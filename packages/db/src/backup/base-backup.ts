import pg from 'pg'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { BaseBackupQuery } from './base-backup-query.ts'

export interface BaseBackup {
  /** The cluster as a tar archive, with the log from its begin to its end, so that it starts by itself. */
  readonly tar: Readable
  /** About how many bytes that will be. */
  readonly expectedBytes: number
}

/** Somebody else makes a backup of the same cluster at this moment, maybe in another process. */
export class BackupUnderWayError extends Error {
  override readonly name = 'BackupUnderWayError'
}

/**
 * The slot keeps the log until the copy is whole, and as there is one of its name, it is the lock, too. The server
 * drops it when the connection ends, however it ends.
 */
const takeSlot = 'CREATE_REPLICATION_SLOT pipewright_backup TEMPORARY PHYSICAL (RESERVE_WAL true)'

const slotIsTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '42710'

/** Kilobytes a second at most, so that those who work meanwhile notice little. */
const rate = 65_536

const copy = `BASE_BACKUP (LABEL 'pipewright', PROGRESS true, CHECKPOINT 'fast', WAL true, MAX_RATE ${rate}, MANIFEST 'no')`

const lookMs = 50
const mostLooks = 200

function clientOf(url: string): pg.Client {
  const config = { connectionString: url, replication: 'true', application_name: 'pipewright backup' }
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 5000, keepAlive: true })
  client.on('error', () => undefined)
  return client
}

/** The server learns late that a copy was broken off; until then the next backup would be told that one is under way. */
async function untilSlotIsGone(url: string): Promise<void> {
  const client = clientOf(url)
  try {
    await client.connect()
    for (let look = 0; look < mostLooks; look += 1) {
      const { rows } = await client.query<{ slot_type: string | null }>(
        'READ_REPLICATION_SLOT pipewright_backup',
      )
      if (rows[0]?.slot_type == null) return
      await pause(lookMs)
    }
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * Copies a running cluster. `url` names a role that may replicate. The copy is consistent: all that was committed
 * before its end is in it, and nothing half.
 */
export async function withBaseBackup<T>(url: string, work: (backup: BaseBackup) => Promise<T>): Promise<T> {
  const client = clientOf(url)
  let isBrokenOff = false
  try {
    await client.connect()
    await client.query(takeSlot).catch((error: unknown) => {
      throw slotIsTaken(error) ? new BackupUnderWayError('A backup is under way.') : error
    })
    isBrokenOff = true
    const { tar, expectedBytes } = client.query(new BaseBackupQuery(copy))
    try {
      const made = await work({ tar, expectedBytes: await expectedBytes })
      isBrokenOff = false
      return made
    } finally {
      tar.destroy()
    }
  } finally {
    await client.end().catch(() => undefined)
    if (isBrokenOff) await untilSlotIsGone(url).catch(() => undefined)
  }
}
