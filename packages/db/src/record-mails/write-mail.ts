import { mayWriteComments } from '@pipewright/compiler'
import type { Site } from '../around/around-record.ts'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { announceRecordMails } from '../people/announce.ts'
import { ofMails, withdrawnFile } from '../files/file-field.ts'
import { readableFiles } from '../files/file-store.ts'
import { followWhatIsCommented } from '../looks/follow.ts'
import { settleNotifications } from '../notifications/notify.ts'
import { getRecord, isIdentity } from '../records/get-record.ts'
import { refused, type Outcome } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { cleanMail, mailIssues, type NewMail } from './check-mail.ts'
import { knownAddresses } from './known-addresses.ts'
import {
  findMail,
  mailTable,
  shownMail,
  type MailRow,
  type StoredAddress,
  type StoredMail,
} from './mail-store.ts'

/** A member writes so many mails in an hour at most. */
const mostInAnHour = 60
const hourMs = 3_600_000
/** All files of a mail together; mailboxes take little more. */
const mostBytes = 20 * 1024 * 1024
const megabyte = 1024 * 1024

export type MailOutcome = Outcome<{ readonly mail: MailRow }>

/** Whoever may comment on a record may write from it; what he may not see does not exist. */
export async function openForMail(
  tx: Connection,
  scene: Scene,
  { form, record }: Site,
): Promise<Outcome<{ readonly version: number }>> {
  const found = await getRecord(tx, scene, form, record)
  const rights = scene.rights.forms[form]
  if (!found.ok || rights === undefined) return refused('not-found')
  if (!mayWriteComments(rights) || found.record.deleted_at !== null) return refused('not-allowed')
  return { ok: true, version: found.record.version }
}

/** Waits for other mails of the member that are being written, so that they are counted. */
async function isWithinLimit(tx: Connection, { workspace, actor, now }: Scene): Promise<boolean> {
  const { schema } = workspace
  await tx.query({
    text: `select 1 from ${quoteTable(schema, '_member')} where id = $1 for no key update`,
    values: [actor.memberId],
  })
  const [row] = await tx.query<{ count: number }>({
    text: `select count(*)::int as count from ${mailTable(workspace)} where author = $1 and written_at > $2 and state <> 'received'`,
    values: [actor.memberId, new Date(Date.parse(now) - hourMs).toISOString()],
  })
  return (row?.count ?? 0) < mostInAnHour
}

/** The files that go along: own uploads now belong to the mails of the record, others stay where the actor may read them. */
export async function takeFiles(
  tx: Connection,
  scene: Scene,
  { form, record }: Site,
  files: readonly string[],
): Promise<Outcome<object>> {
  if (files.length === 0) return { ok: true }
  const found = await readableFiles(tx, scene, files)
  const wrong = (code: 'no-such-file' | 'too-big', params = {}) =>
    refused('invalid', { errors: [{ pointer: '/files', code, params }] })
  if (found.length !== new Set(files).size) return wrong('no-such-file')
  const bytes = found.reduce((sum, file) => sum + file.bytes, 0)
  if (bytes > mostBytes) return wrong('too-big', { max: `${mostBytes / megabyte} MB` })
  await tx.query({
    text: `update ${quoteTable(scene.workspace.schema, '_file')} set form = $1, record = $2, field = $3
      where id = any($4::uuid[]) and uploaded_by = $5 and record is null and field is null`,
    values: [form, record, ofMails, files, scene.actor.memberId],
  })
  return { ok: true }
}

/** Says of addresses in which field their writer saw them. */
export async function placed(
  tx: Connection,
  scene: Scene,
  site: Site,
): Promise<(address: string, name?: string) => StoredAddress> {
  const known = await knownAddresses(tx, scene, site)
  const places = new Map(known.map((one) => [one.address.toLowerCase(), one]))
  return (address, name) => {
    const place = places.get(address.toLowerCase())
    return {
      address,
      ...(name === undefined || name === '' ? {} : { name }),
      ...(place === undefined ? {} : { form: place.form, field: place.field }),
    }
  }
}

async function answer(tx: Connection, scene: Scene, site: Site, id: string): Promise<MailOutcome> {
  const mail = await findMail(tx, scene.workspace, site, id)
  return mail === undefined ? refused('not-found') : { ok: true, mail: shownMail(scene, mail) }
}

/** Lays a mail by to be sent. */
export async function writeRecordMail(
  tx: Connection,
  scene: Scene,
  site: Site,
  input: NewMail,
): Promise<MailOutcome> {
  const opened = await openForMail(tx, scene, site)
  if (!opened.ok) return opened
  const mail = cleanMail(input)
  const errors = mailIssues(mail)
  if (errors.length > 0) return refused('invalid', { errors })
  if (!(await isWithinLimit(tx, scene))) return refused('too-many-mails', { params: { max: mostInAnHour } })
  const taken = await takeFiles(tx, scene, site, mail.files)
  if (!taken.ok) return taken
  const place = await placed(tx, scene, site)
  const recipients = (['to', 'cc'] as const).flatMap((way) =>
    mail[way].map((address) => ({ way, ...place(address) })),
  )
  const id = scene.newId()
  const { workspace, actor, now } = scene
  await tx.query({
    text: `insert into ${mailTable(workspace)} (id, form, record, author, at, state, recipients, subject, text, files, next_on, written_at, next_at)
      values ($1, $2, $3, $4, $5, 'waiting', $6, $7, $8, $9, $10, $5, $5)`,
    values: [
      id,
      site.form,
      site.record,
      actor.memberId,
      now,
      JSON.stringify(recipients),
      mail.subject,
      mail.text,
      mail.files,
      mail.next,
    ],
  })
  await followWhatIsCommented(tx, scene, site, opened.version)
  await announceRecordMails(tx, workspace)
  return answer(tx, scene, site, id)
}

/** The actor's own mail; nobody has a say about what somebody else wrote. */
async function ownMail(
  tx: Connection,
  scene: Scene,
  site: Site,
  id: string,
): Promise<Outcome<{ readonly mail: StoredMail }>> {
  const opened = await openForMail(tx, scene, site)
  if (!opened.ok) return opened
  const mail = isIdentity(id) ? await findMail(tx, scene.workspace, site, id) : undefined
  if (mail === undefined) return refused('not-found')
  return mail.author === scene.actor.memberId ? { ok: true, mail } : refused('not-allowed')
}

/** Has a mail sent that was not, or at once what waits for its next try; those who got it get it no second time. */
export async function sendMailAgain(
  tx: Connection,
  scene: Scene,
  site: Site,
  id: string,
): Promise<MailOutcome> {
  const own = await ownMail(tx, scene, site, id)
  if (!own.ok) return own
  if (!(await isWithinLimit(tx, scene))) return refused('too-many-mails', { params: { max: mostInAnHour } })
  const rows = await tx.query({
    text: `update ${mailTable(scene.workspace)} set state = 'waiting', attempts = 0, lease = null, handed_at = null, done_at = null,
        error = null, next_at = $2, written_at = $2
      where id = $1 and (state = 'failed' or (state = 'waiting' and handed_at is null and (lease is null or lease < $2))) returning 1`,
    values: [id, scene.now],
  })
  if (rows.length > 0) {
    await settleNotifications(tx, scene, { kind: 'mailFailed', record: site.record, topic: id })
    await announceRecordMails(tx, scene.workspace)
  }
  return answer(tx, scene, site, id)
}

/** Takes back a mail that nobody got yet, or that was added. */
export async function takeMailBack(
  tx: Connection,
  scene: Scene,
  site: Site,
  id: string,
): Promise<Outcome<object>> {
  const own = await ownMail(tx, scene, site, id)
  if (!own.ok) return own
  const rows = await tx.query({
    text: `delete from ${mailTable(scene.workspace)} where id = $1 and (state in ('failed', 'received')
        or (state = 'waiting' and handed_at is null and (lease is null or lease < $2)))
        and not jsonb_path_exists(recipients, '$[*] ? (@.got == true)') returning 1`,
    values: [id, scene.now],
  })
  if (rows.length === 0) return refused('not-allowed')
  await settleNotifications(tx, scene, { kind: 'mailFailed', record: site.record, topic: id })
  await tx.query({
    text: `update ${quoteTable(scene.workspace.schema, '_file')} set field = $2 where id = any($1::uuid[]) and field = $3`,
    values: [own.mail.files, withdrawnFile, ofMails],
  })
  return { ok: true }
}
