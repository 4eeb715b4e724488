import type { Connection } from '../connection/connection.ts'

/** One attempt to make a backup, as it is remembered over starts. */
export interface BackupRun {
  /** ISO instant at which it was begun; there is never more than one at a time. */
  readonly at: string
  readonly endedAt: string | null
  /** Null while it is under way. `stopped`: the server ended before it was whole. */
  readonly outcome: 'whole' | 'failed' | 'stopped' | null
  readonly reason: 'no-room' | 'other' | null
  /** Of the file that was read again and is whole. */
  readonly bytes: number | null
}

/** Older ones than these are forgotten. */
const remembered = 200

export async function beginBackupRun(connection: Connection, at: string): Promise<void> {
  await connection.query({ text: `insert into system.backup_run (at) values ($1)`, values: [at] })
  await connection.query({
    text: `delete from system.backup_run where at < (select at from system.backup_run order by at desc offset ${remembered} limit 1)`,
    values: [],
  })
}

export async function endBackupRun(
  connection: Connection,
  at: string,
  {
    endedAt,
    outcome,
    reason = null,
    bytes = null,
  }: Partial<BackupRun> & Pick<BackupRun, 'endedAt' | 'outcome'>,
): Promise<void> {
  await connection.query({
    text: `update system.backup_run set ended_at = $2, outcome = $3, reason = $4, bytes = $5 where at = $1`,
    values: [at, endedAt, outcome, reason, bytes],
  })
}

/** The attempts that are remembered, newest first. */
export async function listBackupRuns(connection: Connection): Promise<BackupRun[]> {
  const rows = await connection.query<Omit<BackupRun, 'bytes'> & { bytes: string | null }>({
    text: `select at, ended_at as "endedAt", outcome, reason, bytes::text as bytes from system.backup_run order by at desc`,
    values: [],
  })
  return rows.map((row) => ({ ...row, bytes: row.bytes === null ? null : Number(row.bytes) }))
}

/**
 * Whether the administrators of a workspace are to be told of trouble with backups now: once, and again after `againMs`
 * as long as it goes on, or when there was a good one in between.
 */
export async function claimBackupWarning(
  tx: Connection,
  workspace: string,
  {
    now,
    lastGood,
    againMs,
  }: { readonly now: string; readonly lastGood: string | null; readonly againMs: number },
): Promise<boolean> {
  const before = new Date(Date.parse(now) - againMs).toISOString()
  const rows = await tx.query({
    text: `insert into system.backup_warning as w (workspace, at) values ($1, $2)
      on conflict (workspace) do update set at = excluded.at where w.at <= $3 or w.at < $4::timestamptz returning 1`,
    values: [workspace, now, before, lastGood],
  })
  return rows.length > 0
}
