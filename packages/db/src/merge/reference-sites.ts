import { linkTableOf, mayReadField, planTitles, refValue, tableAt } from '@pipewright/compiler'
import { localize, partColumn, type LinkSite, type RelationSite } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { DatabaseError } from '../connection/database-error.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import { eventOf, insertEvents } from '../ledger/record-event.ts'
import type { Left } from '../ledger/undo/undone.ts'
import { overflowProblem } from '../records/calculation-overflow.ts'
import { followReference, stamp, wholeKey } from '../records/follow-reference.ts'
import { refused, type Cause, type Outcome } from '../records/outcome.ts'
import { readSceneOf, run, type Scene } from '../records/scene.ts'
import { noteRematchOf } from '../matching/note-rematch.ts'
import { movedTable, type MergeLine } from './merge-store.ts'

/** A record in which a relation now leads elsewhere. */
interface Turned {
  readonly id: string
  readonly was: string | null
  readonly old: readonly string[] | null
  readonly fresh: readonly string[] | null
}

/** A field by which records lead to those of a form, and the statements that turn it. */
export interface ReferenceSite {
  readonly site: RelationSite | LinkSite
  readonly path: string
  /** The field of the form in which it stands, as the ledger names it. */
  readonly key: string
  readonly isRow: boolean
  /** To the survivor ($4) from the others ($5), as far as these ($5) and the survivor are not led from. */
  readonly there: string
  /** From the survivor ($4) back to those of the others ($5) that are there again. */
  readonly back: string
  readonly shown: (id: string) => unknown
}

/** An SQL value of the relation that names the record of an SQL id. */
function valueSql({ site, isWhole }: { site: RelationSite; isWhole: boolean }, id: string): string {
  const form = site.field.form
  return isWhole
    ? `jsonb_build_object('form', '${form}', 'id', ${id}, '${form}', ${id}, 'text', '${form}:' || ${id}::text)`
    : id
}

function oneSite(scene: Scene, site: RelationSite): ReferenceSite {
  const { schema } = scene.workspace
  const whole = wholeKey(site)
  const isWhole = whole !== site.field.key
  const isRow = site.lineItems !== undefined
  const path = isRow ? `${site.lineItems}.${whole}` : whole
  const [owner, column, field] = [
    quoteTable(schema, site.form),
    quoteIdent(partColumn(site.field.key)),
    quoteIdent(whole),
  ]
  const table = quoteTable(schema, tableAt(site))
  const moved = movedTable(scene)
  const value = (id: string) => valueSql({ site, isWhole }, id)
  const record = isRow ? 'parent' : 'id'
  // Tables of the engine that were just filled have no statistics: arrays, fences and comparisons that no index answers
  // keep the planner from going through all records for each of them.
  const kept = isRow ? 't.parent <> all($5)' : 't.id <> all($5 || $4::uuid)'
  const named = `t.${column} = any($5) and ${kept}`
  const stamped = isRow
    ? `update ${owner} set ${stamp} where id = any(array(select record from c))`
    : 'select 1 where false'
  const set = (id: string) => `${field} = ${value(id)}${isRow ? '' : `, ${stamp}`}`
  // Records are locked in the order of their ids, also those whose rows are concerned.
  const held = (ids: string) =>
    `h as materialized (select id from ${owner} where id = any(array(${ids})) order by id for no key update)`
  const there = `with ${held(`select t.${record} from ${table} t where ${named}`)},
    o as materialized (select t.id, t.${column} as was from ${table} t where t.${record} = any(array(select id from h)) and ${named}),
    c as (update ${table} t set ${set('$4::uuid')} from o where t.id = o.id and t.${column} is not distinct from o.was
      returning t.${record} as record, ${isRow ? 't.id' : 'null::uuid'} as line, o.was),
    n as (insert into ${moved} (merge, what, field, record, line, was) select $1, $6, $7, record, line, was from c),
    s as (${stamped})
    select record as id, was, null as old, null as fresh from c`
  const back = `with m as materialized (select record, line, was from ${moved} where merge = $1 and what = $6 and field = $7 and was = any($5)),
    ${held('select record from m')},
    o as materialized (select t.id, m.was from m cross join lateral (select id, ${column} as named from ${table}
      where id = ${isRow ? 'm.line' : 'm.record'} offset 0) t where t.named = $4 and m.record = any(array(select id from h))),
    c as (update ${table} t set ${set('o.was')} from o where t.id = o.id and t.${column} is not distinct from $4
      returning t.${record} as record, o.was),
    s as (${stamped})
    select record as id, was, null as old, null as fresh from c`
  const shown = (id: string) => (isWhole ? refValue({ form: site.field.form, id }) : id)
  return { site, path, key: path.split('.')[0] ?? path, isRow, there, back, shown }
}

/** A list in which the survivor stands once, where the first of the merged ones stood. */
const merged = `array(select v from (select case when e = any($5) then $4::uuid else e end as v, min(n) as p
  from unnest(o.list) with ordinality as u(e, n) group by 1) z order by p)`

function listSite(scene: Scene, site: LinkSite): ReferenceSite {
  const { schema } = scene.workspace
  const { key } = site.field
  const [owner, column] = [quoteTable(schema, site.form), quoteIdent(key)]
  const links = quoteTable(schema, linkTableOf(site.form, key))
  const moved = movedTable(scene)
  const there = `with o as (select id, ${column} as list from ${owner} where id in (select parent from ${links} where target = any($5))
      and id <> all($5 || $4::uuid) order by id for no key update),
    c as (update ${owner} t set ${column} = ${merged}, ${stamp} from o where t.id = o.id returning t.id, o.list as old, t.${column} as fresh),
    n as (insert into ${moved} (merge, what, field, record, old, fresh) select $1, $6, $7, id, old, fresh from c)
    select id, null as was, old, fresh from c`
  const back = `with m as materialized (select record, old, fresh from ${moved} where merge = $1 and what = $6 and field = $7
      and $4::uuid = any(fresh) and old && $5),
    h as materialized (select id, ${column} as list from ${owner} where id = any(array(select record from m)) order by id for no key update),
    o as materialized (select h.id, m.old, m.fresh from h join m on m.record = h.id where h.list = m.fresh),
    c as (update ${owner} t set ${column} = o.old, ${stamp} from o where t.id = o.id returning t.id, o.old, o.fresh)
    select id, null as was, fresh as old, old as fresh from c`
  return { site, path: key, key, isRow: false, there, back, shown: (id) => id }
}

/** Every field by which records lead to those of the form, in the order of the definition. */
export const referenceSites = (scene: Scene, form: string): ReferenceSite[] => [
  ...scene.app.index.relationsTo(form).map((site) => oneSite(scene, site)),
  ...scene.app.index.linksTo(form).map((site) => listSite(scene, site)),
]

/** So many lines of the ledger go into one statement. */
const mostEvents = 5_000

async function tell(
  tx: Connection,
  scene: Scene,
  at: ReferenceSite,
  rows: readonly Turned[],
  { to, cause }: { readonly to: string | null; readonly cause: Cause },
  survivor: string,
): Promise<void> {
  const change = ({ was, old, fresh }: Turned): readonly [unknown, unknown] => {
    if (at.isRow) return [null, null]
    if (was === null) return [old, fresh]
    return to === null ? [at.shown(survivor), at.shown(was)] : [at.shown(was), at.shown(to)]
  }
  const events = [...new Map(rows.map((row) => [row.id, row])).values()].map((row) =>
    eventOf(scene, at.site.form, row.id, 'update', cause, { [at.key]: change(row) }),
  )
  for (let from = 0; from < events.length; from += mostEvents)
    await insertEvents(tx, scene.workspace.schema, events.slice(from, from + mostEvents))
}

/** Records that are compared by what they lead to wait for the job that goes through them. */
async function compareAnew(tx: Connection, scene: Scene, { site, key }: ReferenceSite): Promise<void> {
  const form = scene.app.form(site.form)
  const isCompared = form?.matches.some(({ compare }) =>
    compare.some(({ fields }) => fields.some((field) => field.key === key)),
  )
  if (form !== undefined && isCompared === true) await noteRematchOf(tx, scene.workspace, [form.table])
}

/** So many of those that lead elsewhere by now are named. */
const mostNamed = 20

async function notBack(
  tx: Connection,
  scene: Scene,
  { site, path, key }: ReferenceSite,
  { id, others }: Pick<MergeLine, 'id' | 'others'>,
  rows: readonly Turned[],
): Promise<Left[]> {
  const found = await tx.query<{ record: string }>({
    text: `select distinct record from ${movedTable(scene)} where merge = $1 and what = $2 and field = $3
      and (was = any($4) or old && $4) order by record`,
    values: [id, site.form, path, others],
  })
  const done = new Set(rows.map((row) => row.id))
  const rights = scene.rights.forms[site.form]
  if (rights === undefined || !mayReadField(rights, path)) return []
  const left = found.map(({ record }) => record).filter((record) => !done.has(record))
  const seen =
    left.length === 0 ? undefined : planTitles(readSceneOf(scene), new Map([[site.form, new Set(left)]]))
  const named = seen === undefined ? [] : await run<{ id: string }>(tx, seen)
  return named.slice(0, mostNamed).map(({ id: record }) => ({
    field: key,
    reason: 'changed',
    by: null,
    at: { form: site.form, record },
  }))
}

/** What cannot lead to the survivor, since something would then occur twice. */
function twiceProblem(error: unknown, scene: Scene, key: string) {
  if (!(error instanceof DatabaseError) || error.kind !== 'unique') return undefined
  const form = scene.rights.forms[key]?.read === true ? scene.app.form(key) : undefined
  return refused('merge-twice', { params: { form: localize(form?.form.label, scene.actor.locale) } })
}

/**
 * Lets everything that leads to the others lead to the survivor, or back again. Like letting go of a deleted record it is
 * done by the system, whoever may see it. Each field is turned by one statement, however many records there are.
 */
export async function turnReferences(
  tx: Connection,
  scene: Scene,
  { id, form, survivor, others }: MergeLine,
  way: 'there' | 'back',
  cause: Cause,
): Promise<Outcome<{ readonly left: readonly Left[] }>> {
  const left: Left[] = []
  for (const at of referenceSites(scene, form))
    try {
      const { path, site } = at
      const values = [id, scene.now, scene.actor.memberId, survivor, others, site.form, path]
      const rows = await tx.query<Turned>({ text: at[way], values })
      if (way === 'back') left.push(...(await notBack(tx, scene, at, { id, others }, rows)))
      if (rows.length === 0) continue
      await tell(tx, scene, at, rows, { to: way === 'there' ? survivor : null, cause }, survivor)
      const ids = [...new Set(rows.map((row) => row.id))].toSorted()
      await followReference(tx, scene, site, path, ids, cause)
      await compareAnew(tx, scene, at)
    } catch (error) {
      const known = twiceProblem(error, scene, at.site.form) ?? overflowProblem(error, scene)
      if (known === undefined) throw error
      return known
    }
  return { ok: true, left }
}
