import { keptValue } from '../../../places/kept-value.ts'

/** A mail that is being written and not sent yet. */
export interface MailDraft {
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly subject: string
  readonly text: string
  readonly files: readonly string[]
  readonly next: string | null
  /** Tells the server that it is sent once more; empty while nothing was written. */
  readonly sending: string
}

export const emptyMail: MailDraft = {
  to: [],
  cc: [],
  subject: '',
  text: '',
  files: [],
  next: null,
  sending: '',
}

const isDraft = (value: unknown): value is MailDraft =>
  typeof value === 'object' &&
  value !== null &&
  'to' in value &&
  Array.isArray(value.to) &&
  'sending' in value &&
  typeof value.sending === 'string'

const drafts = keptValue<MailDraft>('pipewright.mail.', emptyMail, isDraft)

/** The unsent mail of a record in this browser; what nobody wrote into begins with the given addresses. */
export function useMailDraft(key: string, to: readonly string[]) {
  const kept = drafts.use(key)
  const isFresh = kept.sending === ''
  return {
    draft: isFresh ? { ...kept, to } : kept,
    change: (changes: Partial<MailDraft>) => {
      const now = drafts.read(key)
      const before = now.sending === '' ? { ...now, to } : now
      drafts.write(key, { ...before, ...changes, sending: crypto.randomUUID() })
    },
    clear: () => drafts.write(key, emptyMail),
  }
}
