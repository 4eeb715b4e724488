import { maskChanges, planTitles, type FieldChange, type FieldValue } from '@pipewright/compiler'
import { systemFields } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { noteTargets } from '../records/field-target.ts'
import { getRecord } from '../records/get-record.ts'
import { refused, type Outcome } from '../records/outcome.ts'
import { readSceneOf, run, type Scene } from '../records/scene.ts'

export interface RecordAsOf {
  /** Whether it was there then, and not in the recycle bin. */
  readonly exists: boolean
  readonly deleted: boolean
  readonly values: Readonly<Record<string, FieldValue>>
  readonly owner: string | null
  readonly titles: Readonly<Record<string, string>>
  /** Fields that are calculated while reading and not kept: what they showed then is not known. */
  readonly unknown: readonly string[]
}

interface EventRow {
  readonly id: string
  readonly at: string
  readonly kind: string
  readonly changes: Readonly<Record<string, [unknown, unknown]>>
}

const pageSize = 500

/** Lines of the ledger after a moment, newest first, some at a time. */
async function* eventsSince(
  connection: Connection,
  { workspace }: Scene,
  form: string,
  id: string,
  at: string,
) {
  const table = quoteTable(workspace.schema, '_record_event')
  let before: EventRow | undefined
  for (;;) {
    const rows: EventRow[] = await connection.query<EventRow>(
      prepared({
        text: `select id, at, kind, changes from ${table} where form = $1 and record = $2 and at > $3
          and ($4::timestamptz is null or (at, id) < ($4::timestamptz, $5::uuid)) order by at desc, id desc limit $6`,
        values: [form, id, at, before?.at ?? null, before?.id ?? null, pageSize],
      }),
    )
    yield rows
    before = rows.at(-1)
    if (rows.length < pageSize) return
  }
}

interface Folded {
  readonly values: Record<string, FieldValue>
  readonly system: Record<string, FieldValue>
  exists: boolean
}

function foldBack(folded: Folded, { kind }: EventRow, changes: readonly FieldChange[]): void {
  for (const { field, old } of changes) {
    if (systemFields.has(field)) folded.system[field] = old
    else folded.values[field] = old
  }
  if (kind === 'create') folded.exists = false
}

function titlesOf(scene: Scene, form: string, { values, system }: Folded) {
  const wanted = new Map<string, Set<string>>()
  for (const [key, value] of Object.entries(values)) {
    const found = scene.app.index.field(form, key)?.field
    noteTargets(wanted, found && scene.app.index.shown(found), value)
  }
  if (typeof system['owner'] === 'string')
    wanted.set('_member', (wanted.get('_member') ?? new Set<string>()).add(system['owner']))
  return wanted.size === 0 ? undefined : planTitles(readSceneOf(scene), wanted)
}

/**
 * A record as it was at a moment, from now back line by line of the ledger: as far as its reader may see it today. Fields
 * that were removed since are not shown.
 */
export async function recordAsOf(
  connection: Connection,
  scene: Scene,
  formKey: string,
  id: string,
  at: string,
): Promise<Outcome<{ readonly past: RecordAsOf }>> {
  const form = scene.app.form(formKey)
  const rights = scene.rights.forms[formKey]
  const found = await getRecord(connection, scene, formKey, id)
  if (!found.ok) return found
  if (form === undefined || rights === undefined) return refused('not-found')
  const { record } = found
  const stored = new Set([...form.stored.map(({ key }) => key), ...form.items.map(({ field }) => field.key)])
  const known = Object.entries(record.values).filter(([key]) => stored.has(key))
  const folded: Folded = {
    values: Object.fromEntries(known),
    system: { owner: record.owner, deleted_at: record.deleted_at },
    exists: at >= record.created_at,
  }
  for await (const rows of eventsSince(connection, scene, formKey, id, at))
    for (const row of rows) foldBack(folded, row, maskChanges(form, rights, row.changes))
  const statement = titlesOf(scene, formKey, folded)
  const titles =
    statement === undefined ? [] : await run<{ id: string; title: string | null }>(connection, statement)
  const owner = folded.system['owner']
  return {
    ok: true,
    past: {
      exists: folded.exists,
      deleted: typeof folded.system['deleted_at'] === 'string',
      values: folded.exists ? folded.values : {},
      owner: typeof owner === 'string' ? owner : null,
      titles: Object.fromEntries(titles.flatMap((one) => (one.title === null ? [] : [[one.id, one.title]]))),
      unknown: Object.keys(record.values).filter((key) => !stored.has(key) && form.fields.has(key)),
    },
  }
}
