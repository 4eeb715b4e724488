import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { mostRefusals } from '../notifications/settings.ts'
import { isSignedIn } from '../push/devices.ts'
import { pushLastsMs } from '../push/outbox.ts'
import type { Scene } from '../records/scene.ts'
import { countDueReminders } from '../reminders/tell-reminders.ts'

/** What has not gone out. */
export interface Waiting {
  /** Notifications that are to go out by e-mail, and mails that members wrote. */
  readonly mails: number
  /** Notifications that are to go to devices. */
  readonly pushes: number
  readonly reminders: number
  /** There are more reminders than were counted. */
  readonly more: boolean
}

async function countMails(connection: Connection, { workspace: { schema }, now }: Scene): Promise<number> {
  const [row] = await connection.query<{ count: number }>({
    text: `select (select coalesce(sum(cardinality(notices)), 0) from ${quoteTable(schema, '_mail')}
          where sent_at is null and failed_at is null and handed_at is null and created_at <= $1)
        + (select count(*) from ${quoteTable(schema, '_record_mail')}
          where state = 'waiting' and handed_at is null and written_at <= $1)
        + (select count(*) from ${quoteTable(schema, '_notification')} n
          join ${quoteTable(schema, '_member')} m on m.id = n.member and m.active
          join system.account a on a.id = m.account and not a.disabled
          left join ${quoteTable(schema, '_notification_setting')} s on s.member = n.member
          where n.mail and n.mailed_at is null and n.read_at is null and n.at between w.since and $1
            and coalesce(s.refusals, 0) < ${mostRefusals}) as count
      from ${quoteTable(schema, '_mail_setting')} w where w.enabled`,
    values: [now],
  })
  return Number(row?.count ?? 0)
}

async function countPushes(connection: Connection, { workspace, now }: Scene, upTo: string): Promise<number> {
  const { schema } = workspace
  const [row] = await connection.query<{ count: number }>({
    text: `select (select count(*) from ${quoteTable(schema, '_push')} where created_at <= $2)
        + (select count(*) from ${quoteTable(schema, '_notification')} n
          where n.push and n.pushed_at is null and n.read_at is null and n.at between $3 and $2 and exists (
            select from ${quoteTable(schema, '_push_device')} d where d.member = n.member and ${isSignedIn(workspace, '$1')})) as count`,
    values: [now, upTo, new Date(Date.parse(now) - pushLastsMs).toISOString()],
  })
  return Number(row?.count ?? 0)
}

async function countTaskReminders(
  connection: Connection,
  { workspace: { schema } }: Scene,
  upTo: string,
): Promise<number> {
  const [row] = await connection.query<{ count: number }>({
    text: `select count(*) as count from ${quoteTable(schema, '_task')} where remind_at <= $1 and done_at is null`,
    values: [upTo],
  })
  return Number(row?.count ?? 0)
}

/** What waits to go out of what was due up to a moment. `scene` is the system's, which sees every record. */
export async function countWaiting(connection: Connection, scene: Scene, upTo: string): Promise<Waiting> {
  const [mails, pushes, ofTasks, ofDates] = [
    await countMails(connection, { ...scene, now: upTo }),
    await countPushes(connection, scene, upTo),
    await countTaskReminders(connection, scene, upTo),
    await countDueReminders(connection, { ...scene, now: upTo }),
  ]
  return { mails, pushes, reminders: ofTasks + ofDates.count, more: ofDates.more }
}
