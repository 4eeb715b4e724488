import type { CommentDraft } from './comment-draft.ts'
import type { TalkSite } from './use-talk.ts'

export interface CommentBoxProps {
  readonly site: TalkSite
  readonly draft: CommentDraft
  readonly label: string
  readonly send: string
  readonly autoFocus?: boolean
  /** Fields that it may be about. */
  readonly fields?: readonly { readonly value: string; readonly label: string }[]
  onChange(changes: Partial<CommentDraft>): void
  onSend(): Promise<void>
  onCancel?(): void
}
