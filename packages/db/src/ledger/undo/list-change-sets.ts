import { mayReadField, planTitles } from '@pipewright/compiler'
import { systemFields } from '@pipewright/metadata'
import type { Connection } from '../../connection/connection.ts'
import { quoteTable } from '../../connection/quote-ident.ts'
import { prepared } from '../../connection/statement.ts'
import type { ChangeWay } from '../../records/outcome.ts'
import { readSceneOf, run, type Scene } from '../../records/scene.ts'
import { standingOf, type SetStanding, type UndoLink } from './standing-of.ts'

/** Something a member did, as its list shows it: one line however often it was taken back and done again. */
export interface ChangeEntry extends SetStanding {
  readonly id: string
  readonly at: string
  readonly way: ChangeWay | null
  readonly form: string
  /** Kinds of its lines in the ledger: `update`, `create`, `delete`, `restore` or one of a button. */
  readonly kinds: readonly string[]
  /** Records it touched; of a conversion those that were converted. */
  readonly records: number
  /** The record, where it is one that the actor may see. */
  readonly record: { readonly id: string; readonly title: string } | null
  /** Fields it changed, as far as the actor may read them. */
  readonly fields: readonly string[]
}

export interface ChangeList {
  readonly changes: readonly ChangeEntry[]
  /** What Ctrl+Z takes back next, and what is done again. */
  readonly undo: string | null
  readonly redo: string | null
}

interface SetRow {
  readonly id: string
  readonly at: string
  readonly form: string
  readonly record: string
  /** The kind of its first line. */
  readonly kind: string
  readonly kinds: readonly string[]
  readonly records: number
  readonly fields: readonly string[] | null
  readonly cause: { readonly way?: ChangeWay }
}

const mostShown = 50
/** Of a change of many records its first lines say what it was. */
const mostLooked = 500

/** The newest changes of a member, each found by one step down the index. */
const setsSql = (table: string) => `with recursive s as (
    (select change_set from ${table} where member = $1 and change_set is not null order by change_set desc limit 1)
    union all
    select (select e.change_set from ${table} e where e.member = $1 and e.change_set < s.change_set
      order by e.change_set desc limit 1) from s where s.change_set is not null
  ), sets as (select change_set from s where change_set is not null limit $2)
  select sets.change_set as id, f.at, f.form, f.record, f.kind, f.cause, l.kinds, l.fields,
    case when l.converted > 0 then l.converted when l.lines < ${mostLooked} then l.records else
      (select count(*)::int from ${table} c where c.member = $1 and c.change_set = sets.change_set) end as records
  from sets
  cross join lateral (select at, form, record, kind, cause from
    (select id, at, form, record, cause, kind from ${table}
      where member = $1 and change_set = sets.change_set order by id limit ${mostLooked}) first
    order by kind <> 'convert', id limit 1) f
  cross join lateral (select array_agg(distinct kind) as kinds, count(distinct record)::int as records, count(*)::int as lines,
      (count(*) filter (where kind = 'convert'))::int as converted,
      (select array_agg(distinct k) from (select jsonb_object_keys(changes) as k from ${table}
        where member = $1 and change_set = sets.change_set limit ${mostLooked}) keys) as fields
    from (select kind, record from ${table} where member = $1 and change_set = sets.change_set limit ${mostLooked}) first) l
  order by sets.change_set desc`

/** Of a change of several records none is named, except the one that others were merged into. */
const isNamed = ({ records, kind }: SetRow): boolean => records === 1 || kind === 'merge'

async function readLinks(
  connection: Connection,
  { workspace, actor }: Scene,
  ids: readonly string[],
): Promise<UndoLink[]> {
  return connection.query<UndoLink>(
    prepared({
      text: `select change_set as set, undone_by as "undoneBy" from ${quoteTable(workspace.schema, '_change_undo')}
        where member = $1 and (change_set = any($2) or undone_by = any($2))`,
      values: [actor.memberId, ids],
    }),
  )
}

function readableFields({ app, rights }: Scene, { form, fields }: SetRow): string[] {
  const own = rights.forms[form]
  const known = app.form(form)
  if (own === undefined || known === undefined) return []
  return (fields ?? []).filter(
    (key) => !systemFields.has(key) && known.fields.has(key) && mayReadField(own, key),
  )
}

/** What the actor did of late, newest first, with where it stands. */
export async function listChangeSets(connection: Connection, scene: Scene): Promise<ChangeList> {
  const table = quoteTable(scene.workspace.schema, '_record_event')
  const rows = await connection.query<SetRow>(
    prepared({ text: setsSql(table), values: [scene.actor.memberId, mostShown * 2] }),
  )
  const links = await readLinks(
    connection,
    scene,
    rows.map(({ id }) => id),
  )
  const standing = standingOf(
    rows.map(({ id }) => id),
    links,
  )
  const shown = rows
    .filter(({ id, form }) => standing.sets.has(id) && scene.rights.forms[form]?.read === true)
    .slice(0, mostShown)
  const wanted = new Map<string, Set<string>>()
  for (const row of shown)
    if (isNamed(row)) wanted.set(row.form, (wanted.get(row.form) ?? new Set<string>()).add(row.record))
  const statement = wanted.size === 0 ? undefined : planTitles(readSceneOf(scene), wanted)
  const found =
    statement === undefined ? [] : await run<{ id: string; title: string | null }>(connection, statement)
  const titles = new Map(found.map(({ id, title }) => [id, title ?? '']))
  const changes = shown.flatMap((row): ChangeEntry[] => {
    const own = standing.sets.get(row.id)
    if (own === undefined) return []
    const { id, at, form, kinds, records, record, cause } = row
    const title = isNamed(row) ? titles.get(record) : undefined
    return [
      {
        id,
        at,
        form,
        kinds,
        records,
        way: cause.way ?? null,
        ...own,
        record: title === undefined ? null : { id: record, title },
        fields: readableFields(scene, row),
      },
    ]
  })
  return { changes, undo: standing.undo, redo: standing.redo }
}
