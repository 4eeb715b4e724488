import type { CompiledForm, CompiledFormRights } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import {
  eventsAfter,
  mentioned,
  mergedTitles,
  readMark,
  shownEvent,
  titlesIn,
  writeMark,
  type EventRow,
  type HistoryEvent,
} from '../ledger/history.ts'
import { followUpsAfter, type FollowUpRow } from '../follow-ups/follow-ups-after.ts'
import { getRecord } from '../records/get-record.ts'
import { refused, type Outcome } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { commentsAfter, type CommentRow, type Mark } from './comment-store.ts'
import { mentionedIn } from './comment-text.ts'

/** What a timeline may be narrowed to. */
export type TimelineKind = 'comments' | 'changes' | 'approvals' | 'followUps'

export type TimelineEntry =
  | { readonly type: 'event'; readonly event: HistoryEvent }
  | { readonly type: 'comment'; readonly comment: CommentRow }
  | { readonly type: 'followUp'; readonly followUp: FollowUpRow }

export type Timeline = Outcome<{
  readonly entries: readonly TimelineEntry[]
  readonly titles: Readonly<Record<string, string>>
  readonly next: string | null
}>

interface Line extends Mark {
  /** Undefined where it shows nothing that the reader may see. */
  show(): TimelineEntry | undefined
}

const pageSize = 50

const newestFirst = (one: Mark, other: Mark): number =>
  one.at === other.at ? (one.id < other.id ? 1 : -1) : one.at < other.at ? 1 : -1

function eventLine(form: CompiledForm, rights: CompiledFormRights, row: EventRow): Line {
  const show = () => {
    const event = shownEvent(form, rights, row)
    return event && { type: 'event' as const, event }
  }
  return { at: row.at, id: row.id, show }
}

const commentLine = (comment: CommentRow): Line => ({
  at: comment.at,
  id: comment.id,
  show: () => ({ type: 'comment', comment }),
})

const followUpLine = (followUp: FollowUpRow): Line => ({
  at: followUp.at,
  id: followUp.id,
  show: () => ({ type: 'followUp', followUp }),
})

/** Everybody who is named in comments. */
const peopleIn = (comments: readonly CommentRow[]): string[] =>
  comments.flatMap(({ author, text, replyTo }) => [
    author,
    ...mentionedIn(text),
    ...(replyTo?.author ? [replyTo.author] : []),
    ...mentionedIn(replyTo?.text ?? ''),
  ])

/** What happened to a record and what was said about it, newest first, a page at a time. */
export async function readTimeline(
  connection: Connection,
  scene: Scene,
  { form: key, record: id }: { readonly form: string; readonly record: string },
  asked: { readonly kind?: TimelineKind; readonly after?: string },
): Promise<Timeline> {
  const form = scene.app.form(key)
  const rights = scene.rights.forms[key]
  const record = await getRecord(connection, scene, key, id)
  if (!record.ok || form === undefined || rights === undefined) return refused('not-found')
  const { kind } = asked
  const page = { after: readMark(asked.after), limit: pageSize + 1 }
  const at = { form: key, record: id }
  const events =
    kind === 'comments' || kind === 'followUps'
      ? []
      : await eventsAfter(connection, scene, at, { ...page, kinds: kind === undefined ? 'all' : kind })
  const comments =
    kind === undefined || kind === 'comments'
      ? await commentsAfter(connection, scene.workspace, { ...at, rights }, page)
      : []
  const noted =
    kind === undefined || kind === 'followUps' ? await followUpsAfter(connection, scene, at, page) : []
  const lines = [
    ...events.map((row) => eventLine(form, rights, row)),
    ...comments.map(commentLine),
    ...noted.map(followUpLine),
  ].toSorted(newestFirst)
  const shown = lines.slice(0, pageSize)
  const entries = shown.flatMap((line) => line.show() ?? [])
  const told = entries.flatMap((entry) => (entry.type === 'event' ? [entry.event] : []))
  const wanted = mentioned(scene, key, told)
  const people = [
    ...peopleIn(entries.flatMap((entry) => (entry.type === 'comment' ? [entry.comment] : []))),
    ...entries.flatMap((entry) => (entry.type === 'followUp' ? (entry.followUp.author ?? []) : [])),
  ]
  if (people.length > 0) wanted.set('_member', new Set([...(wanted.get('_member') ?? []), ...people]))
  const last = lines.length > pageSize ? shown.at(-1) : undefined
  return {
    ok: true,
    entries,
    titles: {
      ...(await titlesIn(connection, scene, wanted)),
      ...(await mergedTitles(connection, scene, key, told)),
    },
    next: last === undefined ? null : writeMark(last),
  }
}
