import type { MailDraft } from './mail-draft.ts'

/** Programs refuse longer addresses; a longer text is copied by its writer. */
const longest = 1800

/** The address that opens a mail in the program of the device. */
export function mailtoOf({
  to,
  cc,
  subject,
  text,
}: Pick<MailDraft, 'to' | 'cc' | 'subject' | 'text'>): string {
  const code = encodeURIComponent
  const list = (addresses: readonly string[]) => addresses.map((address) => code(address)).join(',')
  const body = code(text.replaceAll('\n', '\r\n'))
  const parts = [
    ...(cc.length === 0 ? [] : [`cc=${list(cc)}`]),
    ...(subject === '' ? [] : [`subject=${code(subject)}`]),
    ...(text === '' || body.length > longest ? [] : [`body=${body}`]),
  ]
  return `mailto:${list(to)}${parts.length === 0 ? '' : `?${parts.join('&')}`}`
}
