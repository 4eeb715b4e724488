import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime'
import { textOfHtml } from './text-of-html.ts'

export interface Party {
  readonly address: string
  readonly name: string
}

/** A mail as its file tells it. */
export interface ReadMail {
  readonly from: Party
  readonly to: readonly Party[]
  readonly cc: readonly Party[]
  readonly subject: string
  /** Plain text, made of the HTML where there is no other. */
  readonly text: string
  readonly at: string
  readonly files: readonly File[]
}

/** As many as the server takes with one mail. */
export const mostFiles = 10
const mostParties = 100
const plausible = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[^\s@<>()[\],;:"\\]+$/u

/** Single addresses; groups are told by their members, and what is no address is left out. */
const parties = (all: readonly Address[] = []): Party[] =>
  all
    .flatMap((one): Party[] => one.group ?? [{ address: one.address, name: one.name }])
    .filter(({ address }) => plausible.test(address))
    .map(({ address, name }) => ({ address, name }))
    .slice(0, mostParties)

/** Pictures inside the words are left out with them; what was attached comes along. */
const isAttached = ({ disposition, related }: Attachment): boolean =>
  disposition === 'attachment' || related !== true

function fileOf({ filename, mimeType, content }: Attachment, at: number): File {
  const bytes = typeof content === 'string' ? content : new Uint8Array(content)
  return new File([bytes], filename ?? `${at + 1}`, { type: mimeType })
}

function wordsOf({ text, html }: Email): string {
  const plain = (text ?? '').trim()
  return plain === '' && html !== undefined ? textOfHtml(html) : plain
}

/** Reads the file of a mail; undefined where it is none. Nothing of it is run or fetched. */
export async function readEml(file: Blob, now: string): Promise<ReadMail | undefined> {
  const mail = await PostalMime.parse(await file.arrayBuffer(), { forceRfc822Attachments: true }).catch(
    () => undefined,
  )
  const [from] = parties(mail?.from === undefined ? [] : [mail.from])
  if (mail === undefined || from === undefined) return undefined
  const at = Date.parse(mail.date ?? '')
  return {
    from,
    to: parties(mail.to),
    cc: parties(mail.cc),
    subject: mail.subject ?? '',
    text: wordsOf(mail),
    at: Number.isNaN(at) ? now : new Date(at).toISOString(),
    files: mail.attachments.filter(isAttached).map(fileOf),
  }
}
