import type { CompiledForm, CompiledFormRights } from '@pipewright/compiler'
import type { Site } from '../around/around-record.ts'
import type { CommentRow, Mark } from '../comments/comment-store.ts'
import type { FollowUpRow } from '../follow-ups/follow-ups-after.ts'
import type { MailRow } from '../record-mails/mail-store.ts'
import { shownEvent, type EventRow, type HistoryEvent } from '../ledger/history.ts'

/** What a timeline may be narrowed to. */
export type TimelineKind = 'comments' | 'changes' | 'approvals' | 'followUps' | 'mails'

/** Whether a timeline narrowed to a kind, or to none, tells any of these. */
export const tells = (kind: TimelineKind | undefined, ...of: readonly TimelineKind[]): boolean =>
  kind === undefined || of.includes(kind)

/** Another record that a line is of, as its reader may call it. */
export interface About {
  readonly form: string
  readonly id: string
  readonly title: string
}

/** What a line tells. */
export type Told =
  | { readonly type: 'event'; readonly event: HistoryEvent }
  | { readonly type: 'comment'; readonly comment: CommentRow }
  | { readonly type: 'followUp'; readonly followUp: FollowUpRow }
  | { readonly type: 'mail'; readonly mail: MailRow }

/** As it is answered. */
export type TimelineEntry = Told & { readonly about: About | null }

export interface Line extends Mark {
  /** Records it may be of; the first that has a name for the reader is named. None where it is of the record that is looked at. */
  readonly sites: readonly Site[]
  /** Undefined where it shows nothing that the reader may see. */
  show(): Told | undefined
}

export function eventLine(
  form: CompiledForm,
  rights: CompiledFormRights,
  row: EventRow,
  sites: readonly Site[] = [],
): Line {
  const show = () => {
    const event = shownEvent(form, rights, row)
    return event && { type: 'event' as const, event }
  }
  return { at: row.at, id: row.id, sites, show }
}

export const commentLine = (comment: CommentRow, sites: readonly Site[] = []): Line => ({
  at: comment.at,
  id: comment.id,
  sites,
  show: () => ({ type: 'comment', comment }),
})

export const mailLine = (mail: MailRow, sites: readonly Site[] = []): Line => ({
  at: mail.at,
  id: mail.id,
  sites,
  show: () => ({ type: 'mail', mail }),
})

export const followUpLine = (
  followUp: FollowUpRow,
  mark: Mark = followUp,
  sites: readonly Site[] = [],
): Line => ({ at: mark.at, id: mark.id, sites, show: () => ({ type: 'followUp', followUp }) })

export const newestFirst = (one: Mark, other: Mark): number =>
  one.at === other.at ? (one.id < other.id ? 1 : -1) : one.at < other.at ? 1 : -1
