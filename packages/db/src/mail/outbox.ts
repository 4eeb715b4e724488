import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { selectNotifications, type StoredNotification } from '../notifications/list-notifications.ts'

const leaseMs = 60_000
const minuteMs = 60_000
/** Minutes until the next try; after the last one a mail has failed. */
const waits = [1, 5, 15, 60, 180, 360, 720]

/** A mail whose turn it is, taken by this server for a minute. */
export interface WaitingMail {
  readonly id: string
  readonly member: string
  readonly notices: readonly string[]
  readonly attempts: number
  readonly address: string
  readonly locale: 'en' | 'zh'
  readonly zone: string
}

const tableOf = ({ schema }: WorkspaceRef): string => quoteTable(schema, '_mail')

const after = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString()

/**
 * A mail that was being handed over when its server died may have arrived: it is not sent a second time. What it told
 * stands in the app all the same.
 */
export async function closeUnclear(
  connection: Connection,
  workspace: WorkspaceRef,
  now: string,
): Promise<void> {
  await connection.query({
    text: `update ${tableOf(workspace)} set failed_at = $1, error = 'unclear'
      where sent_at is null and failed_at is null and handed_at is not null and lease < $1`,
    values: [now],
  })
}

/** Takes the next mail; of several servers one. Whom it is for comes with it as far as he still may get any. */
export async function claimMail(
  connection: Connection,
  workspace: WorkspaceRef,
  now: string,
): Promise<WaitingMail | undefined> {
  const [mail] = await connection.query<WaitingMail>({
    text: `with next as (
        select id from ${tableOf(workspace)} where sent_at is null and failed_at is null and handed_at is null
          and next_at <= $1 and (lease is null or lease < $1) order by next_at, id limit 1 for update skip locked
      ), taken as (
        update ${tableOf(workspace)} m set lease = $2, attempts = attempts + 1 from next where m.id = next.id
        returning m.id, m.member, m.notices, m.attempts
      ) select t.*, a.email as address, a.locale, a.zone from taken t
        left join ${quoteTable(workspace.schema, '_member')} p on p.id = t.member and p.active
        left join system.account a on a.id = p.account and not a.disabled`,
    values: [now, after(now, leaseMs)],
  })
  return mail
}

/** What a mail tells, as far as it has not been read meanwhile. */
export const noticesOf = (
  connection: Connection,
  workspace: WorkspaceRef,
  { notices, member }: WaitingMail,
): Promise<StoredNotification[]> =>
  connection.query<StoredNotification>({
    text: `${selectNotifications(workspace)} where n.id = any($1::uuid[]) and n.member = $2 and n.read_at is null order by n.at desc, n.id desc`,
    values: [notices, member],
  })

/** From now on the mail may have arrived, whatever becomes of this server; false when another one has it. */
export async function handOverMail(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, attempts }: WaitingMail,
  now: string,
): Promise<boolean> {
  const rows = await connection.query({
    text: `update ${tableOf(workspace)} set handed_at = $3, lease = $4
      where id = $1 and attempts = $2 and sent_at is null and handed_at is null returning 1`,
    values: [id, attempts, now, after(now, leaseMs)],
  })
  return rows.length > 0
}

/** The server took it, or there was nothing left to tell. */
export async function mailSent(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, member }: WaitingMail,
  now: string,
): Promise<void> {
  await connection.query({
    text: `with sent as (update ${tableOf(workspace)} set sent_at = $2, lease = null where id = $1)
      update ${quoteTable(workspace.schema, '_notification_setting')} set refusals = 0 where member = $3 and refusals > 0`,
    values: [id, now, member],
  })
}

/** The server did not take it: it is tried again some times, later each time. */
export async function mailDelayed(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, attempts }: WaitingMail,
  error: string,
  now: string,
): Promise<void> {
  const wait = waits[attempts - 1]
  await connection.query({
    text: `update ${tableOf(workspace)} set lease = null, handed_at = null, error = $2, next_at = coalesce($3, next_at),
      failed_at = case when $3::timestamptz is null then $4::timestamptz end where id = $1`,
    values: [id, error, wait === undefined ? null : after(now, wait * minuteMs), now],
  })
}

/** The server refuses this address for good: this mail is not tried again, and after some in a row no other one either. */
export async function mailRefused(
  connection: Connection,
  { schema }: WorkspaceRef,
  { id, member }: WaitingMail,
  error: string,
  now: string,
): Promise<void> {
  await connection.query({
    text: `with failed as (update ${quoteTable(schema, '_mail')} set failed_at = $2, lease = null, error = $3 where id = $1)
      insert into ${quoteTable(schema, '_notification_setting')} as s (member, refusals) values ($4, 1)
      on conflict (member) do update set refusals = s.refusals + 1`,
    values: [id, now, error, member],
  })
}

export interface MailStanding {
  readonly waiting: number
  readonly failed: number
  /** What the server said to the last one that was not taken. */
  readonly error: string | null
}

const standingDays = 7

/** What became of the mails of the last days. */
export async function mailStanding(
  connection: Connection,
  workspace: WorkspaceRef,
  now: string,
): Promise<MailStanding> {
  const [row] = await connection.query<MailStanding>({
    text: `select count(*) filter (where sent_at is null and failed_at is null) as waiting,
        count(*) filter (where failed_at is not null) as failed,
        (array_agg(error order by created_at desc) filter (where error is not null and sent_at is null))[1] as error
      from ${tableOf(workspace)} where created_at >= $1`,
    values: [after(now, -standingDays * 24 * 60 * minuteMs)],
  })
  return row ?? { waiting: 0, failed: 0, error: null }
}

/** Drops what is known of old mails. */
export async function dropOldMail(
  connection: Connection,
  workspace: WorkspaceRef,
  before: string,
): Promise<void> {
  await connection.query({
    text: `delete from ${tableOf(workspace)} where created_at < $1 and (sent_at is not null or failed_at is not null)`,
    values: [before],
  })
}
