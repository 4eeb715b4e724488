import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { notificationKinds, type Choice, type NotificationKind } from './kinds.ts'

type Choices = Readonly<Record<NotificationKind, Choice>>

/** How a member wants to be told. Times are of the member's own zone, "HH:MM". */
export interface NotificationSettings {
  readonly kinds: Choices
  /** Neither mail nor push in between; over midnight when it ends before it begins. */
  readonly quiet: { readonly from: string; readonly to: string } | null
  readonly digestAt: string
}

interface Row {
  readonly kinds: Partial<Record<string, Choice>>
  readonly from: string | null
  readonly to: string | null
  readonly digestAt: string
}

const short = (column: string): string => `to_char(${column}, 'HH24:MI')`

export const settingColumns = `kinds, ${short('quiet_from')} as "from", ${short('quiet_to')} as "to", ${short('digest_at')} as "digestAt"`

const defaultDigest = '08:00'

export async function notificationSettings(
  connection: Connection,
  { schema }: WorkspaceRef,
  member: string,
): Promise<NotificationSettings> {
  const [row] = await connection.query<Row>({
    text: `select ${settingColumns} from ${quoteTable(schema, '_notification_setting')} where member = $1`,
    values: [member],
  })
  const kinds = Object.fromEntries(
    Object.entries(notificationKinds).map(([kind, usual]) => [kind, { ...usual, ...row?.kinds[kind] }]),
  ) as Choices
  const quiet = row?.from == null || row.to === null ? null : { from: row.from, to: row.to }
  return { kinds, quiet, digestAt: row?.digestAt ?? defaultDigest }
}

export async function setNotificationSettings(
  connection: Connection,
  { schema }: WorkspaceRef,
  member: string,
  { kinds, quiet, digestAt }: NotificationSettings,
): Promise<void> {
  await connection.query({
    text: `insert into ${quoteTable(schema, '_notification_setting')} (member, kinds, quiet_from, quiet_to, digest_at)
      values ($1, $2, $3::time, $4::time, $5::time)
      on conflict (member) do update set kinds = excluded.kinds, quiet_from = excluded.quiet_from,
        quiet_to = excluded.quiet_to, digest_at = excluded.digest_at`,
    values: [member, JSON.stringify(kinds), quiet?.from ?? null, quiet?.to ?? null, digestAt],
  })
}
