import { mayReadComments, mayReadField, readableForm } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import type { Mark } from '../comments/comment-store.ts'
import type { Scene } from '../records/scene.ts'

/** An address, and the field of a form that it stands in where its writer saw it there. */
export interface StoredAddress {
  readonly address: string
  readonly name?: string
  readonly form?: string
  readonly field?: string
}

export interface StoredRecipient extends StoredAddress {
  readonly way: 'to' | 'cc'
  /** The mail server took it for this address. */
  readonly got?: boolean
}

export type MailState = 'waiting' | 'sent' | 'failed' | 'received'

/** A mail as it lies in its table. */
export interface StoredMail {
  readonly id: string
  readonly form: string
  readonly record: string
  readonly author: string
  readonly at: string
  readonly state: MailState
  readonly sender: StoredAddress | null
  readonly recipients: readonly StoredRecipient[]
  readonly subject: string
  readonly text: string
  readonly files: readonly string[]
  readonly doneAt: string | null
  readonly error: string | null
}

/** An address as its reader may see it: null where it stands in a field that he may not read. */
export interface ShownAddress {
  readonly address: string | null
  readonly name: string | null
}

/** A mail as its reader sees it. */
export interface MailRow extends Omit<StoredMail, 'form' | 'record' | 'sender' | 'recipients' | 'error'> {
  readonly from: ShownAddress | null
  readonly to: readonly ShownAddress[]
  readonly cc: readonly ShownAddress[]
  /** Of those the addresses that no server took it for, once it was tried. */
  readonly missed: readonly ShownAddress[]
  /** Why it was not sent: a code of ours, or what the mail server said. */
  readonly reason: string | null
}

export const mailTable = ({ schema }: WorkspaceRef): string => quoteTable(schema, '_record_mail')

export const mailColumns = `m.id, m.form, m.record, m.author, m.at, m.state, m.sender, m.recipients, m.subject, m.text, m.files,
  m.done_at as "doneAt", m.error`

/** Codes of ours; anything else is the words of a mail server. */
export const ownReasons: readonly string[] = ['unclear', 'old', 'no-author', 'no-record', 'no-file']
/** Told instead of words that may name an address which the reader may not see. */
const unnamed = 'refused'

/** The mail with what this reader may know of its addresses. */
export function shownMail({ rights }: Scene, mail: StoredMail): MailRow {
  const { form: _form, record: _record, sender, recipients, error, ...rest } = mail
  const isHidden = ({ form, field }: StoredAddress): boolean => {
    if (form === undefined || field === undefined) return false
    const own = readableForm(rights, form)
    return own === undefined || !mayReadField(own, field)
  }
  const shown = (one: StoredAddress): ShownAddress =>
    isHidden(one) ? { address: null, name: null } : { address: one.address, name: one.name ?? null }
  const by = (way: StoredRecipient['way']) => recipients.filter((one) => one.way === way).map(shown)
  const isTold = error === null || ownReasons.includes(error) || !recipients.some(isHidden)
  return {
    ...rest,
    from: sender && shown(sender),
    to: by('to'),
    cc: by('cc'),
    missed: mail.state === 'failed' ? recipients.filter(({ got }) => got !== true).map(shown) : [],
    reason: isTold ? error : unnamed,
  }
}

interface MailsOf {
  readonly form: string
  readonly record: string
}

/** Whether a reader of the form may read mails: as he may comments, since both are talk. */
export function mayReadMails({ rights }: Scene, form: string): boolean {
  const own = readableForm(rights, form)
  return own !== undefined && mayReadComments(own)
}

/** Mails of a record after a mark, newest first; the record was found by its reader before. */
export async function mailsAfter(
  connection: Connection,
  scene: Scene,
  { form, record }: MailsOf,
  { after, limit }: { readonly after: Mark | undefined; readonly limit: number },
): Promise<MailRow[]> {
  if (!mayReadMails(scene, form)) return []
  const rows = await connection.query<StoredMail>(
    prepared({
      text: `select ${mailColumns} from ${mailTable(scene.workspace)} m where m.form = $1 and m.record = $2
        and ($3::timestamptz is null or (m.at, m.id) < ($3::timestamptz, $4::uuid)) order by m.at desc, m.id desc limit $5`,
      values: [form, record, after?.at ?? null, after?.id ?? null, limit],
    }),
  )
  return rows.map((row) => shownMail(scene, row))
}

/** One mail of a record, whoever may see it. */
export async function findMail(
  connection: Connection,
  workspace: WorkspaceRef,
  { form, record }: MailsOf,
  id: string,
): Promise<StoredMail | undefined> {
  const [row] = await connection.query<StoredMail>(
    prepared({
      text: `select ${mailColumns} from ${mailTable(workspace)} m where m.form = $1 and m.record = $2 and m.id = $3`,
      values: [form, record, id],
    }),
  )
  return row
}
