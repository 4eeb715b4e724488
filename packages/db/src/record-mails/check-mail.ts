import { isEmailAddress, type Issue } from '@pipewright/compiler'

/** What a member writes: addresses, one line, plain text, own uploads and files that he may see. */
export interface NewMail {
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly subject: string
  readonly text: string
  readonly files: readonly string[]
  /** The day to get back; null for none. */
  readonly next: string | null
}

/** A mail goes to so many at most; whoever has more to tell needs another product. */
export const mostRecipients = 20
const longestSubject = 200
export const longestMail = 50_000
export const mostMailFiles = 10

/** A line break would end a header; other control and direction signs disguise what is read. */
const controls = /\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
const controlsOfText = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/u

const lengthOf = (text: string): number => [...text].length

/** As it is kept: one sort of line break, no space around, each address once. */
export function cleanMail(mail: NewMail): NewMail {
  const once = new Set<string>()
  const fresh = (address: string): string[] => {
    const known = address.toLowerCase()
    if (once.has(known)) return []
    once.add(known)
    return [address]
  }
  const clean = (text: string) => text.normalize('NFC')
  return {
    ...mail,
    to: mail.to.map(clean).flatMap(fresh),
    cc: mail.cc.map(clean).flatMap(fresh),
    subject: clean(mail.subject).trim(),
    text: clean(mail.text).replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim(),
  }
}

function subjectIssue(subject: string): Issue | undefined {
  const pointer = '/subject'
  if (!subject.isWellFormed() || controls.test(subject)) return { pointer, code: 'bad-characters' }
  if (subject === '') return { pointer, code: 'required' }
  if (lengthOf(subject) <= longestSubject) return undefined
  return { pointer, code: 'too-long', params: { max: longestSubject } }
}

function textIssue(text: string, files: readonly string[]): Issue | undefined {
  const pointer = '/text'
  if (!text.isWellFormed() || controlsOfText.test(text)) return { pointer, code: 'bad-characters' }
  if (text === '' && files.length === 0) return { pointer, code: 'required' }
  if (lengthOf(text) <= longestMail) return undefined
  return { pointer, code: 'too-long', params: { max: longestMail } }
}

const addressIssues = (pointer: string, addresses: readonly string[]): Issue[] =>
  addresses.flatMap((address, at) =>
    !controls.test(address) && address.length <= 254 && isEmailAddress(address)
      ? []
      : [{ pointer: `${pointer}/${at}`, code: 'bad-email' } as const],
  )

/** Everything that is wrong with a mail, all at once. */
export function mailIssues({ to, cc, subject, text, files }: NewMail): Issue[] {
  const many: Issue[] =
    to.length + cc.length > mostRecipients
      ? [{ pointer: '/to', code: 'too-many', params: { max: mostRecipients } }]
      : []
  return [
    ...(to.length === 0 ? [{ pointer: '/to', code: 'required' } as const] : many),
    ...addressIssues('/to', to),
    ...addressIssues('/cc', cc),
    ...[subjectIssue(subject), textIssue(text, files)].filter((issue) => issue !== undefined),
    ...(files.length > mostMailFiles
      ? [{ pointer: '/files', code: 'too-many', params: { max: mostMailFiles } } as const]
      : []),
  ]
}
