import type { Connection } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

/** What would leave a workspace waits, because it was brought back from a backup. */
export interface Hold {
  /** When the backup was made; null where nobody said. */
  readonly backupAt: string | null
  /** What was due until then is of the past. */
  readonly restoredAt: string
}

/** Holds every workspace that there is. Of the same restore it does so once, however often it is called. */
export async function holdAll(connection: Connection, { backupAt, restoredAt }: Hold): Promise<void> {
  await connection.query({
    text: `insert into system.hold (workspace, backup_at, restored_at)
      select key, $1, $2 from system.workspace on conflict do nothing`,
    values: [backupAt, restoredAt],
  })
}

/** Whether what would leave the workspace waits; of several restores the last one counts. */
export async function findHold(connection: Connection, { key }: WorkspaceRef): Promise<Hold | undefined> {
  const [hold] = await connection.query<Hold>({
    name: 'find_hold',
    text: `select backup_at as "backupAt", restored_at as "restoredAt" from system.hold
      where workspace = $1 and released_at is null order by restored_at desc limit 1`,
    values: [key],
  })
  return hold
}

export interface Release {
  readonly restoredAt: string
  readonly drop: boolean
  readonly member: string
  readonly now: string
}

/** Ends the hold; false when somebody else did, or another restore came in between. Who did it stays written down. */
export async function endHold(
  tx: Connection,
  { key }: WorkspaceRef,
  { restoredAt, drop, member, now }: Release,
): Promise<boolean> {
  const rows = await tx.query<{ restoredAt: string }>({
    text: `with open as (select restored_at from system.hold where workspace = $1 and released_at is null for update)
      update system.hold set released_at = $3, released_by = $4, dropped = $5
      where workspace = $1 and released_at is null and (select max(restored_at) from open) = $2
      returning restored_at as "restoredAt"`,
    values: [key, restoredAt, now, member, drop],
  })
  return rows.length > 0
}
