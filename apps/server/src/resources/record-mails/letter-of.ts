import {
  findMemberActor,
  getRecord,
  readableFiles,
  type DueMail,
  type MailSettings,
  type Scene,
  type StoredFile,
  type Workspace,
} from '@pipewright/db'
import { buffer } from 'node:stream/consumers'
import { nobodyIn } from '../../scene/nobody.ts'
import { standingOf } from '../../scene/standing.ts'
import type { Services } from '../../services.ts'
import { fileContent } from '../files/file-content.ts'
import type { Letter } from '../mail/smtp.ts'

/** Why a mail goes to nobody; codes of the contract. */
type Reason = 'no-author' | 'no-record' | 'no-file'

export type Composed =
  | { readonly letter: Letter; readonly scene: Scene; readonly missing: readonly string[] }
  | { readonly reason: Reason }

const attached = async (
  { database }: Services,
  workspace: Workspace,
  files: readonly StoredFile[],
): Promise<NonNullable<Letter['attachments']>> => {
  const all = []
  for (const { id, name, type } of files)
    all.push({
      filename: name,
      contentType: type,
      content: await buffer(fileContent(database, workspace, id)),
    })
  return all
}

/** Control and direction signs of a name would disguise who writes. */
const plainName = (name: string): string => name.replaceAll(/[^\P{C}]+/gu, ' ').trim()

/** A mail as it goes out, with what its writer may still see and send at this moment. */
export async function letterOf(
  services: Services,
  workspace: Workspace,
  { senderAddress }: Pick<MailSettings, 'senderAddress'>,
  mail: DueMail,
): Promise<Composed> {
  const { database, scenes, now } = services
  const { writer } = mail
  const row = writer === null ? undefined : await findMemberActor(database, workspace, mail.author, now())
  if (writer === null || row === undefined) return { reason: 'no-author' }
  const app = await scenes.currentApp(workspace)
  const { locale, zone } = writer
  const scene = {
    ...nobodyIn(workspace, services),
    ...standingOf(app, row, { locale, zone, calendar: workspace.calendar }),
  }
  const about = await getRecord(database, scene, mail.form, mail.record)
  if (!about.ok || about.record.deleted_at !== null) return { reason: 'no-record' }
  const files = await readableFiles(database, scene, mail.files)
  if (files.length < mail.files.length) return { reason: 'no-file' }
  const by = (way: 'to' | 'cc') =>
    mail.recipients.filter((one) => one.way === way).map(({ address }) => address)
  const name = plainName(writer.name)
  const letter = {
    id: mail.id,
    from: { name, address: senderAddress },
    replyTo: { name, address: writer.email },
    to: by('to'),
    cc: by('cc'),
    subject: mail.subject,
    text: `${mail.text}\n`,
    attachments: await attached(services, workspace, files),
    date: now(),
    headers: {},
  }
  const missing = mail.recipients.filter(({ got }) => got !== true).map(({ address }) => address)
  return { letter, scene, missing }
}
