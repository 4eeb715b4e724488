import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import type { Notifying } from '../notifications/notify.ts'
import { closeOldMails } from '../record-mails/outbox.ts'

/** How mail goes out of a workspace. */
export interface MailSettings {
  readonly enabled: boolean
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly username: string | null
  /** Sealed by the server; the database knows no password. */
  readonly password: string | null
  readonly senderName: string
  readonly senderAddress: string
  /** Where links lead to. */
  readonly baseUrl: string
  /** What was told before is not mailed. */
  readonly since: string
}

const tableOf = ({ schema }: WorkspaceRef): string => quoteTable(schema, '_mail_setting')

export async function mailSettings(
  connection: Connection,
  workspace: WorkspaceRef,
): Promise<MailSettings | undefined> {
  const [row] = await connection.query<MailSettings>({
    text: `select enabled, host, port, security, username, password, sender_name as "senderName",
      sender_address as "senderAddress", base_url as "baseUrl", since from ${tableOf(workspace)}`,
    values: [],
  })
  return row
}

/** Stores them; switching mail on begins with what happens from now on. */
export async function setMailSettings(
  tx: Connection,
  scene: Notifying,
  settings: Omit<MailSettings, 'since'>,
): Promise<void> {
  const { workspace, now } = scene
  const [{ since } = { since: now }] = await tx.query<{ since: string }>({
    text: `insert into ${tableOf(workspace)} as s
        (enabled, host, port, security, username, password, sender_name, sender_address, base_url, since)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      on conflict (alone) do update set enabled = excluded.enabled, host = excluded.host, port = excluded.port,
        security = excluded.security, username = excluded.username, password = excluded.password,
        sender_name = excluded.sender_name, sender_address = excluded.sender_address, base_url = excluded.base_url,
        since = case when excluded.enabled and not s.enabled then excluded.since else s.since end returning since`,
    values: [
      settings.enabled,
      settings.host,
      settings.port,
      settings.security,
      settings.username,
      settings.password,
      settings.senderName,
      settings.senderAddress,
      settings.baseUrl,
      now,
    ],
  })
  // What waited while mail was off is old by now.
  await tx.query({
    text: `update ${quoteTable(workspace.schema, '_mail')} set failed_at = $1, error = null
      where sent_at is null and failed_at is null and created_at < $2`,
    values: [now, since],
  })
  await closeOldMails(tx, scene, new Date(Date.parse(since) - 1).toISOString())
}

/** Takes the turn for a test mail; false when the last one was a moment ago, whichever server sent it. */
export async function claimTestMail(
  connection: Connection,
  workspace: WorkspaceRef,
  now: string,
  everyMs: number,
): Promise<boolean> {
  const before = new Date(Date.parse(now) - everyMs).toISOString()
  const rows = await connection.query({
    text: `update ${tableOf(workspace)} set tested_at = $1 where tested_at is null or tested_at <= $2 returning 1`,
    values: [now, before],
  })
  return rows.length > 0
}
