import {
  maskChanges,
  mayReadField,
  planTitles,
  type CompiledForm,
  type CompiledFormRights,
  type FieldChange,
} from '@pipewright/compiler'
import type { Mark } from '../comments/comment-store.ts'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { getRecord } from '../records/get-record.ts'
import { noteTargets } from '../records/field-target.ts'
import type { Cause, Outcome } from '../records/outcome.ts'
import { readSceneOf, run, type Scene } from '../records/scene.ts'

export interface HistoryEvent {
  readonly id: string
  readonly at: string
  readonly kind: string
  readonly member: string | null
  readonly cause: Cause
  readonly changes: readonly FieldChange[]
}

export type History = Outcome<{
  readonly events: readonly HistoryEvent[]
  readonly titles: Readonly<Record<string, string>>
  readonly next: string | null
}>

export interface EventRow extends Omit<HistoryEvent, 'changes'> {
  readonly changes: Readonly<Record<string, [unknown, unknown]>>
}

const pageSize = 50
const position = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/

/** The place after which a page begins, as it was answered. */
export function readMark(after: string | undefined): Mark | undefined {
  const [, at, id] = position.exec(after ?? '') ?? []
  return at === undefined || id === undefined ? undefined : { at, id }
}

export const writeMark = ({ at, id }: Mark): string => `${at}_${id}`

/** What sends a record through an approval; an index is made for just these words. */
export const approvalKinds = "kind in ('submit', 'approve', 'reject', 'withdraw')"
const among = { all: '', approvals: ` and ${approvalKinds}`, changes: ` and not ${approvalKinds}` } as const

/** Lines of the ledger after a mark, newest first. */
export function eventsAfter(
  connection: Connection,
  { workspace }: Scene,
  { form, record }: { readonly form: string; readonly record: string },
  {
    after,
    limit,
    kinds = 'all',
    field,
  }: {
    readonly after: Mark | undefined
    readonly limit: number
    readonly kinds?: keyof typeof among
    /** Only what changed this field. */
    readonly field?: string | undefined
  },
): Promise<EventRow[]> {
  const table = quoteTable(workspace.schema, '_record_event')
  const text = `select id, at, kind, member, cause, changes from ${table} where form = $1 and record = $2${among[kinds]}${field === undefined ? '' : ' and changes ? $6'} and ($3::timestamptz is null or (at, id) < ($3::timestamptz, $4::uuid)) order by at desc, id desc limit $5`
  return connection.query<EventRow>(
    prepared({
      text,
      values: [
        form,
        record,
        after?.at ?? null,
        after?.id ?? null,
        limit,
        ...(field === undefined ? [] : [field]),
      ],
    }),
  )
}

/** What the reader sees of an event; undefined when it shows nothing that he may read. */
export function shownEvent(
  form: CompiledForm,
  rights: CompiledFormRights,
  { changes, ...event }: EventRow,
): HistoryEvent | undefined {
  const masked = maskChanges(form, rights, changes)
  const isSilent =
    masked.length === 0 &&
    (event.kind === 'recalculate' || (event.kind === 'update' && Object.keys(changes).length > 0))
  return isSilent ? undefined : { ...event, changes: masked }
}

/** Ids in shown changes, by what they are ids of. */
export function mentioned(
  scene: Scene,
  form: string,
  events: readonly HistoryEvent[],
): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>()
  for (const { member, changes } of events) {
    if (member !== null) wanted.set('_member', (wanted.get('_member') ?? new Set<string>()).add(member))
    for (const change of changes) {
      const found = scene.app.index.field(form, change.field)?.field
      const shown = found && scene.app.index.shown(found)
      for (const value of [change.old, change.new]) noteTargets(wanted, shown, value)
    }
  }
  return wanted
}

/** What they are called, as far as they may be seen. */
export async function titlesIn(
  connection: Connection,
  scene: Scene,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
  withDeleted = false,
): Promise<Record<string, string>> {
  const statement = planTitles(readSceneOf(scene), wanted, withDeleted)
  const found =
    statement === undefined ? [] : await run<{ id: string; title: string | null }>(connection, statement)
  return Object.fromEntries(found.flatMap(({ id, title }) => (title === null ? [] : [[id, title]])))
}

/** What records are called that merges are about: by now they lie in the recycle bin. */
export async function mergedTitles(
  connection: Connection,
  scene: Scene,
  form: string,
  events: readonly HistoryEvent[],
): Promise<Record<string, string>> {
  const ids = new Set(events.flatMap(({ cause }) => cause.records ?? []))
  return ids.size === 0 ? {} : titlesIn(connection, scene, new Map([[form, ids]]), true)
}

/** What an event did to one field; undefined when the reader sees no change of it. */
function ofField(event: HistoryEvent, field: string): HistoryEvent | undefined {
  const changes = event.changes.filter((change) => change.field === field)
  return changes.length === 0 ? undefined : { ...event, changes }
}

/**
 * Changes of a record, or of one of its fields, newest first: only fields the actor may read, and no event that shows
 * none of them.
 */
export async function readHistory(
  connection: Connection,
  scene: Scene,
  formKey: string,
  id: string,
  { after, field }: { readonly after?: string | undefined; readonly field?: string | undefined } = {},
): Promise<History> {
  const form = scene.app.form(formKey)
  const rights = scene.rights.forms[formKey]
  const record = await getRecord(connection, scene, formKey, id)
  if (!record.ok || form === undefined || rights === undefined)
    return { ok: false, problem: { code: 'not-found' } }
  // Where a page would go on would tell that such a field changed.
  if (field !== undefined && !mayReadField(rights, field))
    return { ok: true, events: [], titles: {}, next: null }
  const at = { form: formKey, record: id }
  const asked = { after: readMark(after), limit: pageSize + 1, field }
  const rows = await eventsAfter(connection, scene, at, asked)
  const shown = rows.slice(0, pageSize)
  const seen = shown.flatMap((row) => shownEvent(form, rights, row) ?? [])
  const events = field === undefined ? seen : seen.flatMap((event) => ofField(event, field) ?? [])
  const titles = {
    ...(await titlesIn(connection, scene, mentioned(scene, formKey, events))),
    ...(await mergedTitles(connection, scene, formKey, events)),
  }
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  return { ok: true, events, titles, next: last === undefined ? null : writeMark(last) }
}
