import { keptValue } from '../../../places/kept-value.ts'
import type { Mention } from './comment-parts.ts'

/** What is being written and not sent yet. */
export interface CommentDraft {
  readonly text: string
  readonly mentions: readonly Mention[]
  readonly files: readonly string[]
  /** The field it is about. */
  readonly field: string | null
  /** The comment it answers, with the words that are shown of it. */
  readonly replyTo: { readonly id: string; readonly author: string; readonly text: string } | null
  /** Tells the server that it is sent once more. */
  readonly sending: string
}

export const emptyDraft: CommentDraft = {
  text: '',
  mentions: [],
  files: [],
  field: null,
  replyTo: null,
  sending: '',
}

const isDraft = (value: unknown): value is CommentDraft =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  typeof value.text === 'string' &&
  'sending' in value

/** Unsent comments of this browser, by member and record or comment. */
const drafts = keptValue<CommentDraft>('pipewright.comment.', emptyDraft, isDraft)

export function useCommentDraft(key: string, start: CommentDraft = emptyDraft) {
  const kept = drafts.use(key)
  const draft = kept.sending === '' ? start : kept
  return {
    draft,
    change: (changes: Partial<CommentDraft>) => {
      const kept = drafts.read(key)
      const now = kept.sending === '' ? start : kept
      drafts.write(key, { ...now, ...changes, sending: crypto.randomUUID() })
    },
    clear: () => drafts.write(key, emptyDraft),
  }
}

/** Begins an answer in the box of a record; what is written there already stays. */
export function beginReply(key: string, replyTo: NonNullable<CommentDraft['replyTo']>): void {
  drafts.write(key, { ...drafts.read(key), replyTo, field: null, sending: crypto.randomUUID() })
}
