import { maskChanges, planTitles, type FieldChange } from '@pipewright/compiler'
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

interface EventRow extends Omit<HistoryEvent, 'changes'> {
  readonly changes: Readonly<Record<string, [unknown, unknown]>>
}

const pageSize = 50
const position = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/

async function readEvents(
  connection: Connection,
  { workspace }: Scene,
  form: string,
  record: string,
  after: string | undefined,
) {
  const mark = after === undefined ? null : position.exec(after)
  const table = quoteTable(workspace.schema, '_record_event')
  const text = `select id, at, kind, member, cause, changes from ${table} where form = $1 and record = $2 and ($3::timestamptz is null or (at, id) < ($3::timestamptz, $4::uuid)) order by at desc, id desc limit $5`
  return connection.query<EventRow>(
    prepared({ text, values: [form, record, mark?.[1] ?? null, mark?.[2] ?? null, pageSize + 1] }),
  )
}

/** Ids in shown changes, by what they are ids of. */
function mentioned(scene: Scene, form: string, events: readonly HistoryEvent[]): Map<string, Set<string>> {
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

/** Changes of a record, newest first: only fields the actor may read, and no event that shows none of them. */
export async function readHistory(
  connection: Connection,
  scene: Scene,
  formKey: string,
  id: string,
  after?: string,
): Promise<History> {
  const form = scene.app.form(formKey)
  const rights = scene.rights.forms[formKey]
  const record = await getRecord(connection, scene, formKey, id)
  if (!record.ok || form === undefined || rights === undefined)
    return { ok: false, problem: { code: 'not-found' } }
  const rows = await readEvents(connection, scene, formKey, id, after)
  const shown = rows.slice(0, pageSize)
  const events = shown.flatMap(({ changes, ...event }): HistoryEvent[] => {
    const masked = maskChanges(form, rights, changes)
    const isSilent =
      masked.length === 0 &&
      (event.kind === 'recalculate' || (event.kind === 'update' && Object.keys(changes).length > 0))
    return isSilent ? [] : [{ ...event, changes: masked }]
  })
  const statement = planTitles(readSceneOf(scene), mentioned(scene, formKey, events))
  const titles =
    statement === undefined ? [] : await run<{ id: string; title: string | null }>(connection, statement)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  return {
    ok: true,
    events,
    titles: Object.fromEntries(titles.flatMap(({ id: of, title }) => (title === null ? [] : [[of, title]]))),
    next: last === undefined ? null : `${last.at}_${last.id}`,
  }
}
