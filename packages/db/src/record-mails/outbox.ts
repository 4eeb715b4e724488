import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import type { Notifying } from '../notifications/notify.ts'
import { mailColumns, mailTable, type StoredMail } from './mail-store.ts'
import { tellFailedMails, toldOfFailed, type FailedMail } from './tell-failed.ts'

/** Longer than a mail server is waited for. */
const leaseMs = 120_000
const minuteMs = 60_000
/** Minutes until the next try; after the last one its writer is asked. */
const waits = [1, 5, 15, 60]

/** A mail whose turn it is, and who wrote it as far as he is still a member. */
export interface DueMail extends StoredMail {
  readonly attempts: number
  readonly next: string | null
  readonly writer: {
    readonly name: string
    readonly email: string
    readonly locale: 'en' | 'zh'
    readonly zone: string
  } | null
}

const after = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString()

/** A mail that was being handed over when its server died may have arrived: only its writer has it sent again. */
export async function closeUnclearMails(tx: Connection, scene: Notifying): Promise<void> {
  const failed = await tx.query<FailedMail>({
    text: `update ${mailTable(scene.workspace)} set state = 'failed', done_at = $1, error = 'unclear'
      where state = 'waiting' and handed_at is not null and lease < $1 returning ${toldOfFailed}`,
    values: [scene.now],
  })
  await tellFailedMails(tx, scene, failed)
}

/** What is no longer to be sent because it waited too long: all that was written up to a moment. */
export async function closeOldMails(tx: Connection, scene: Notifying, upTo: string): Promise<void> {
  const failed = await tx.query<FailedMail>({
    text: `update ${mailTable(scene.workspace)} set state = 'failed', done_at = $1, error = 'old'
      where state = 'waiting' and handed_at is null and written_at <= $2 returning ${toldOfFailed}`,
    values: [scene.now, upTo],
  })
  await tellFailedMails(tx, scene, failed)
}

/** Takes the next mail; of several servers one. */
export async function claimRecordMail(
  connection: Connection,
  workspace: WorkspaceRef,
  now: string,
): Promise<DueMail | undefined> {
  const table = mailTable(workspace)
  const [mail] = await connection.query<DueMail>({
    text: `with next as (
        select id from ${table} where state = 'waiting' and handed_at is null and next_at <= $1 and (lease is null or lease < $1)
          order by next_at, id limit 1 for update skip locked
      ), m as (update ${table} t set lease = $2, attempts = t.attempts + 1 from next where t.id = next.id returning t.*)
      select ${mailColumns}, m.attempts, m.next_on as next,
        case when a.id is not null then json_build_object('name', p.name, 'email', a.email, 'locale', a.locale, 'zone', a.zone) end as writer
      from m left join ${quoteTable(workspace.schema, '_member')} p on p.id = m.author and p.active
        left join system.account a on a.id = p.account and not a.disabled`,
    values: [now, after(now, leaseMs)],
  })
  return mail
}

/** From now on the mail may have arrived, whatever becomes of this server; false when another one has it. */
export async function handOverRecordMail(
  connection: Connection,
  workspace: WorkspaceRef,
  { id, attempts }: DueMail,
  now: string,
): Promise<boolean> {
  const rows = await connection.query({
    text: `update ${mailTable(workspace)} set handed_at = $3, lease = $4
      where id = $1 and attempts = $2 and state = 'waiting' and handed_at is null returning 1`,
    values: [id, attempts, now, after(now, leaseMs)],
  })
  return rows.length > 0
}

/** The server took it for all but these addresses, which leave it failed for them alone. */
export async function recordMailSent(
  tx: Connection,
  scene: Notifying,
  mail: DueMail,
  missed: { readonly addresses: readonly string[]; readonly answer: string | null },
): Promise<void> {
  const { id, recipients } = mail
  const marked = recipients.map((one) =>
    missed.addresses.includes(one.address) ? one : { ...one, got: true },
  )
  const isWhole = marked.every(({ got }) => got === true)
  const { now } = scene
  await tx.query({
    text: `update ${mailTable(scene.workspace)} set state = $2, recipients = $3, done_at = $4, lease = null, error = $5 where id = $1`,
    values: [id, isWhole ? 'sent' : 'failed', JSON.stringify(marked), now, isWhole ? null : missed.answer],
  })
  const partly = marked.some(({ got }) => got === true)
  if (!isWhole) await tellFailedMails(tx, scene, [mail], { partly })
}

/** It was not taken: it is tried again some times, unless that would be in vain. */
export async function recordMailNotSent(
  tx: Connection,
  scene: Notifying,
  mail: DueMail,
  { reason, isFinal }: { readonly reason: string; readonly isFinal: boolean },
): Promise<void> {
  const { now } = scene
  const wait = isFinal ? undefined : waits[mail.attempts - 1]
  await tx.query({
    text: `update ${mailTable(scene.workspace)} set lease = null, handed_at = null, error = $2, next_at = coalesce($3::timestamptz, next_at),
      state = case when $3::timestamptz is null then 'failed' else 'waiting' end,
      done_at = case when $3::timestamptz is null then $4::timestamptz end where id = $1`,
    values: [mail.id, reason, wait === undefined ? null : after(now, wait * minuteMs), now],
  })
  const partly = mail.recipients.some(({ got }) => got === true)
  if (wait === undefined) await tellFailedMails(tx, scene, [mail], { partly })
}
