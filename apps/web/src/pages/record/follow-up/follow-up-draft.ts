import { keptValue } from '../../../places/kept-value.ts'

/** A follow-up that is being written and not saved yet. */
export interface FollowUpDraft {
  readonly text: string
  readonly kind: string | null
  readonly next: string | null
  /** Tells the server that it is sent once more. */
  readonly sending: string
}

const emptyDraft: FollowUpDraft = { text: '', kind: null, next: null, sending: '' }

const isDraft = (value: unknown): value is FollowUpDraft =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  typeof value.text === 'string' &&
  'sending' in value

const drafts = keptValue<FollowUpDraft>('pipewright.followUp.', emptyDraft, isDraft)

/** The draft of a record in this browser. It is read once: what is typed must not draw anything anew. */
export function draftAt(key: string) {
  return {
    read: () => drafts.read(key),
    keep: (changes: Partial<FollowUpDraft>) =>
      drafts.write(key, { ...drafts.read(key), ...changes, sending: crypto.randomUUID() }),
    clear: () => drafts.write(key, emptyDraft),
  }
}
