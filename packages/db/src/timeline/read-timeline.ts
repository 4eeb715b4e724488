import type { Site } from '../around/around-record.ts'
import { commentsAfter, type CommentRow, type Mark } from '../comments/comment-store.ts'
import { mentionedIn } from '../comments/comment-text.ts'
import type { Connection } from '../connection/connection.ts'
import { followUpsAfter } from '../follow-ups/follow-ups-after.ts'
import {
  eventsAfter,
  mentioned,
  mergedTitles,
  readMark,
  titlesIn,
  writeMark,
  type HistoryEvent,
} from '../ledger/history.ts'
import { getRecord } from '../records/get-record.ts'
import { refused, type Outcome } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { listsOf } from '../around/lists-of.ts'
import { mailsAfter } from '../record-mails/mail-store.ts'
import { toldByMails } from '../record-mails/told-by-mails.ts'
import { linesAround } from './lines-around.ts'
import {
  commentLine,
  eventLine,
  followUpLine,
  mailLine,
  newestFirst,
  tells,
  type Line,
  type TimelineEntry,
  type TimelineKind,
  type Told,
} from './timeline-line.ts'

export type Timeline = Outcome<{
  readonly entries: readonly TimelineEntry[]
  readonly titles: Readonly<Record<string, string>>
  readonly next: string | null
}>

export interface TimelineAsked {
  readonly kind?: TimelineKind
  readonly after?: string
  /** Also what belongs to the records in its related lists. */
  readonly withRelated?: boolean
}

const pageSize = 50

/** Lines of one record, whose reader may see it. */
async function linesOf(
  connection: Connection,
  scene: Scene,
  site: Site,
  kind: TimelineKind | undefined,
  page: { readonly after: Mark | undefined; readonly limit: number },
): Promise<Line[]> {
  const form = scene.app.form(site.form)
  const rights = scene.rights.forms[site.form]
  if (form === undefined || rights === undefined) return []
  const kinds = kind === 'changes' || kind === 'approvals' ? kind : 'all'
  const events = tells(kind, 'changes', 'approvals')
    ? await eventsAfter(connection, scene, site, { ...page, kinds })
    : []
  const comments = tells(kind, 'comments')
    ? await commentsAfter(connection, scene.workspace, { ...site, rights }, page)
    : []
  const noted = tells(kind, 'followUps') ? await followUpsAfter(connection, scene, site, page) : []
  const mails = tells(kind, 'mails') ? await mailsAfter(connection, scene, site, page) : []
  return [
    ...events.map((row) => eventLine(form, rights, row)),
    ...comments.map((comment) => commentLine(comment)),
    ...noted.map((followUp) => followUpLine(followUp)),
    ...mails.map((mail) => mailLine(mail)),
  ]
}

/** Everybody who is named in comments. */
const peopleIn = (comments: readonly CommentRow[]): string[] =>
  comments.flatMap(({ author, text, replyTo }) => [
    author,
    ...mentionedIn(text),
    ...(replyTo?.author ? [replyTo.author] : []),
    ...mentionedIn(replyTo?.text ?? ''),
  ])

const peopleOf = (told: Told): readonly string[] => {
  if (told.type === 'comment') return peopleIn([told.comment])
  if (told.type === 'mail') return [told.mail.author]
  return told.type === 'followUp' && told.followUp.author !== null ? [told.followUp.author] : []
}

interface Shown {
  readonly line: Line
  readonly told: Told
}

/** What is named in lines, as far as the reader may call it by name. */
async function namesIn(
  connection: Connection,
  scene: Scene,
  own: string,
  shown: readonly Shown[],
): Promise<Record<string, string>> {
  const wanted = new Map<string, Set<string>>()
  const want = (form: string, ids: Iterable<string>) => {
    const known = wanted.get(form) ?? new Set<string>()
    for (const id of ids) known.add(id)
    if (known.size > 0) wanted.set(form, known)
  }
  const events = new Map<string, HistoryEvent[]>()
  for (const { line, told } of shown) {
    for (const { form, record } of line.sites) want(form, [record])
    want('_member', peopleOf(told))
    const form = line.sites[0]?.form ?? own
    if (told.type === 'event') events.set(form, [...(events.get(form) ?? []), told.event])
  }
  for (const [form, of] of events) for (const [kind, ids] of mentioned(scene, form, of)) want(kind, ids)
  const names = await titlesIn(connection, scene, wanted)
  for (const [form, of] of events) Object.assign(names, await mergedTitles(connection, scene, form, of))
  return names
}

/** The line as it is answered; none where its record has no name for the reader any more. */
function entryOf({ line, told }: Shown, names: Readonly<Record<string, string>>): TimelineEntry[] {
  const site = line.sites.find(({ record }) => names[record] !== undefined)
  if (site !== undefined)
    return [{ ...told, about: { form: site.form, id: site.record, title: names[site.record] ?? '' } }]
  return line.sites.length === 0 || told.type === 'followUp' ? [{ ...told, about: null }] : []
}

/** Without the follow-ups that only note a mail which is told itself. */
async function withoutNotes(
  connection: Connection,
  scene: Scene,
  { form, record }: Site,
  withRelated: boolean,
  shown: readonly Shown[],
): Promise<readonly Shown[]> {
  const noted = shown.flatMap(({ told }) => (told.type === 'followUp' ? [told.followUp.id] : []))
  const around = withRelated ? listsOf(scene, form).map((list) => list.form) : []
  const among = { forms: [form, ...around], record: withRelated ? null : record }
  const known = await toldByMails(connection, scene, noted, among)
  return shown.filter(({ told }) => told.type !== 'followUp' || !known.has(told.followUp.id))
}

/** What happened to a record and what was said about it, newest first, a page at a time. */
export async function readTimeline(
  connection: Connection,
  scene: Scene,
  site: Site,
  { kind, after, withRelated = false }: TimelineAsked,
): Promise<Timeline> {
  const record = await getRecord(connection, scene, site.form, site.record)
  if (!record.ok) return refused('not-found')
  const page = { after: readMark(after), limit: pageSize + 1 }
  const find = withRelated ? linesAround : linesOf
  const lines = (await find(connection, scene, site, kind, page)).toSorted(newestFirst)
  const portion = lines.slice(0, pageSize)
  const all = portion.flatMap((line) => {
    const told = line.show()
    return told === undefined ? [] : [{ line, told }]
  })
  const shown = kind === undefined ? await withoutNotes(connection, scene, site, withRelated, all) : all
  const titles = await namesIn(connection, scene, site.form, shown)
  const last = lines.length > pageSize ? portion.at(-1) : undefined
  return {
    ok: true,
    entries: shown.flatMap((each) => entryOf(each, titles)),
    titles,
    next: last === undefined ? null : writeMark(last),
  }
}
