import { maskChanges, type CompiledForm, type FieldChange } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { titlesIn } from '../ledger/history.ts'
import { noteTargets } from '../records/field-target.ts'
import { getRecord } from '../records/get-record.ts'
import { refused, type Outcome } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { followsBySetting } from './follow-settings.ts'

/** What others did to one field since somebody looked: what it was then, what it is now, who changed it last. */
export interface SeenChange extends FieldChange {
  readonly member: string | null
  readonly at: string
}

export type Look = Outcome<{
  /** When the member looked before; null for the first time. */
  readonly since: string | null
  readonly follows: boolean
  readonly changes: readonly SeenChange[]
  /** Comments of others since then. */
  readonly comments: number
  readonly titles: Readonly<Record<string, string>>
}>

interface ChangeRow {
  readonly at: string
  readonly member: string | null
  readonly changes: Readonly<Record<string, [unknown, unknown]>>
}

/** So many lines of the ledger are looked through; older changes of a record that changes that often are in its history. */
const mostEvents = 200
/** So many records a member looked at are remembered, besides those followed. */
const mostLooks = 1000

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** One line per field, the field that changed last first; what came back to what it was is no change. */
function folded(form: CompiledForm, scene: Scene, rows: readonly ChangeRow[]): SeenChange[] {
  const rights = scene.rights.forms[form.key]
  const known = new Map<string, SeenChange>()
  if (rights === undefined) return []
  for (const { at, member, changes } of rows)
    for (const change of maskChanges(form, rights, changes)) {
      const newer = known.get(change.field)
      known.set(change.field, newer === undefined ? { ...change, at, member } : { ...newer, old: change.old })
    }
  return [...known.values()].filter((change) => !same(change.old, change.new))
}

/** The lines of the last so many versions: told by versions and not by time, nothing that commits late is left out. */
async function changesSince(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  record: string,
  versions: number,
): Promise<SeenChange[]> {
  if (versions <= 0) return []
  const table = quoteTable(scene.workspace.schema, '_record_event')
  const rows = await tx.query<ChangeRow>(
    prepared({
      text: `select at, member, changes from ${table} where form = $1 and record = $2 and kind not in ('recalculate', 'share', 'unshare')
        order by at desc, id desc limit $3`,
      values: [form.key, record, Math.min(versions, mostEvents)],
    }),
  )
  return folded(
    form,
    scene,
    rows.filter(({ member }) => member !== scene.actor.memberId),
  )
}

async function commentsSince(tx: Connection, scene: Scene, at: Site, since: string): Promise<number> {
  const rights = scene.rights.forms[at.form]
  if (rights === undefined || rights.comments === 'none') return 0
  const [row] = await tx.query<{ count: number }>(
    prepared({
      text: `select count(*)::int as count from ${quoteTable(scene.workspace.schema, '_comment')}
        where form = $1 and record = $2 and at > $3::timestamptz and author <> $4 and deleted_at is null
          and (field is null or field = any($5::text[]))`,
      values: [at.form, at.record, since, scene.actor.memberId, Object.keys(rights.fields)],
    }),
  )
  return row?.count ?? 0
}

interface Site {
  readonly form: string
  readonly record: string
}

interface Known {
  readonly seen_at: string | null
  readonly seen_version: number | null
  readonly follows: boolean | null
  readonly isNew: boolean
}

/** Notes that the member looks now, and answers when he did before. */
async function note(
  tx: Connection,
  { workspace, actor, now }: Scene,
  { form, record }: Site,
  version: number,
): Promise<Known> {
  const table = quoteTable(workspace.schema, '_look')
  const [row] = await tx.query<Known>(
    prepared({
      text: `with known as (select seen_at, seen_version, follows from ${table} where member = $1 and record = $2), kept as (
          insert into ${table} (member, record, form, seen_at, seen_version) values ($1, $2, $3, $4, $5)
          on conflict (member, record) do update set seen_at = excluded.seen_at, seen_version = excluded.seen_version)
        select known.seen_at, known.seen_version, known.follows, known.seen_at is null as "isNew"
        from (select) as one left join known on true`,
      values: [actor.memberId, record, form, now, version],
    }),
  )
  if (row === undefined) throw new Error('a statement without rows')
  return row
}

/** Forgets the oldest looks of a member beyond those that are remembered. */
const forget = (tx: Connection, { workspace, actor }: Scene): Promise<unknown> =>
  tx.query(
    prepared({
      text: `delete from ${quoteTable(workspace.schema, '_look')} where member = $1 and follows is null and seen_at <
        (select seen_at from ${quoteTable(workspace.schema, '_look')} where member = $1 and follows is null
          order by seen_at desc offset ${mostLooks - 1} limit 1)`,
      values: [actor.memberId],
    }),
  )

function targetsOf(scene: Scene, form: string, changes: readonly SeenChange[]) {
  const wanted = new Map<string, Set<string>>()
  const people = changes.flatMap(({ member }) => member ?? [])
  if (people.length > 0) wanted.set('_member', new Set(people))
  for (const change of changes) {
    const found = scene.app.index.field(form, change.field)?.field
    const shown = found && scene.app.index.shown(found)
    for (const value of [change.old, change.new]) noteTargets(wanted, shown, value)
  }
  return wanted
}

/** What others changed since the member looked at the record; from now on he has seen it. */
export async function lookAt(tx: Connection, scene: Scene, site: Site): Promise<Look> {
  const form = scene.app.form(site.form)
  const record = await getRecord(tx, scene, site.form, site.record)
  if (!record.ok || form === undefined) return refused('not-found')
  const { version, owner } = record.record
  const { seen_at: since, seen_version: seen, follows, isNew } = await note(tx, scene, site, version)
  if (isNew) await forget(tx, scene)
  const changes = seen === null ? [] : await changesSince(tx, scene, form, site.record, version - seen)
  const comments = since === null ? 0 : await commentsSince(tx, scene, site, since)
  return {
    ok: true,
    since,
    follows: follows ?? (await followsBySetting(tx, scene, owner)),
    changes,
    comments,
    titles: await titlesIn(tx, scene, targetsOf(scene, site.form, changes)),
  }
}
