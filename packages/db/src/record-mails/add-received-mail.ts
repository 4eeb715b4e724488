import { isEmailAddress, type Issue } from '@pipewright/compiler'
import type { Site } from '../around/around-record.ts'
import type { Connection } from '../connection/connection.ts'
import { refused, type Cause } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { mostMailFiles } from './check-mail.ts'
import { findMail, mailTable, shownMail, type StoredRecipient } from './mail-store.ts'
import { noteMail } from './note-mail.ts'
import { openForMail, placed, takeFiles, type MailOutcome } from './write-mail.ts'

interface Party {
  readonly address: string
  readonly name?: string | undefined
}

/** A mail that came to somebody's mailbox, as it was read from its file. */
export interface ReceivedMail {
  readonly from: Party
  readonly to: readonly Party[]
  readonly cc: readonly Party[]
  readonly subject: string
  readonly text: string
  /** When it was sent; what lies ahead is now. */
  readonly at: string
  readonly files: readonly string[]
}

const longestSubject = 500
const longestName = 200
const longestText = 200_000
const disguises = /[^\P{C}]+/gu
const disguisesOfText = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu

const oneLine = (text: string, most: number): string =>
  text.toWellFormed().replaceAll(disguises, ' ').normalize('NFC').trim().slice(0, most)

/** Nothing in it is anything but text: what others wrote is neither a header nor HTML here. */
const cleanReceived = (mail: ReceivedMail): ReceivedMail => ({
  ...mail,
  subject: oneLine(mail.subject, longestSubject),
  text: mail.text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll(disguisesOfText, '')
    .normalize('NFC')
    .trim(),
})

function receivedIssues({ from, to, cc, text, at, files }: ReceivedMail): Issue[] {
  const wrong = (pointer: string, parties: readonly Party[]): Issue[] =>
    parties.flatMap(({ address }, place) =>
      isEmailAddress(address) ? [] : [{ pointer: `${pointer}/${place}`, code: 'bad-email' } as const],
    )
  return [
    ...(isEmailAddress(from.address) ? [] : [{ pointer: '/from', code: 'bad-email' } as const]),
    ...wrong('/to', to),
    ...wrong('/cc', cc),
    ...(Number.isNaN(Date.parse(at)) ? [{ pointer: '/at', code: 'bad-instant' } as const] : []),
    ...(text.length > longestText
      ? [{ pointer: '/text', code: 'too-long', params: { max: longestText } } as const]
      : []),
    ...(files.length > mostMailFiles
      ? [{ pointer: '/files', code: 'too-many', params: { max: mostMailFiles } } as const]
      : []),
  ]
}

/** The same mail, where it was added to the record before. */
async function known(tx: Connection, { workspace }: Scene, { form, record }: Site, mail: ReceivedMail) {
  const [row] = await tx.query<{ id: string }>({
    text: `select id from ${mailTable(workspace)} where form = $1 and record = $2 and state = 'received' and at = $3
      and subject = $4 and lower(sender ->> 'address') = lower($5)`,
    values: [form, record, mail.at, mail.subject, mail.from.address],
  })
  return row?.id
}

async function insert(tx: Connection, scene: Scene, site: Site, mail: ReceivedMail): Promise<string> {
  const place = await placed(tx, scene, site)
  const named = ({ address, name = '' }: Party) => place(address, oneLine(name, longestName))
  const recipients = (['to', 'cc'] as const).flatMap((way): StoredRecipient[] =>
    mail[way].map((party) => ({ way, ...named(party) })),
  )
  const id = scene.newId()
  await tx.query({
    text: `insert into ${mailTable(scene.workspace)}
        (id, form, record, author, at, state, sender, recipients, subject, text, files, written_at, next_at, done_at)
      values ($1, $2, $3, $4, $5, 'received', $6, $7, $8, $9, $10, $11, $11, $11)`,
    values: [
      id,
      site.form,
      site.record,
      scene.actor.memberId,
      mail.at,
      JSON.stringify(named(mail.from)),
      JSON.stringify(recipients),
      mail.subject,
      mail.text,
      mail.files,
      scene.now,
    ],
  })
  return id
}

/** Adds a mail that came in to a record; the same one again is the one that is there. */
export async function addReceivedMail(
  tx: Connection,
  scene: Scene,
  site: Site,
  input: ReceivedMail,
  cause: Cause,
): Promise<MailOutcome> {
  const opened = await openForMail(tx, scene, site)
  if (!opened.ok) return opened
  const clean = cleanReceived(input)
  const errors = receivedIssues(clean)
  if (errors.length > 0) return refused('invalid', { errors })
  const sent = new Date(clean.at).toISOString()
  const mail = { ...clean, at: sent < scene.now ? sent : scene.now }
  const before = await known(tx, scene, site, mail)
  if (before === undefined) {
    const taken = await takeFiles(tx, scene, site, mail.files)
    if (!taken.ok) return taken
  }
  const id = before ?? (await insert(tx, scene, site, mail))
  if (before === undefined) {
    const { subject, at } = mail
    await noteMail(tx, scene, { id, ...site, subject, at }, cause)
  }
  const stored = await findMail(tx, scene.workspace, site, id)
  return stored === undefined ? refused('not-found') : { ok: true, mail: shownMail(scene, stored) }
}
