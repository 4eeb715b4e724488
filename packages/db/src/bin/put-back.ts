import { linkTableOf, refValue, tableAt } from '@pipewright/compiler'
import type { LinkSite, RelationSite } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { DatabaseError } from '../connection/database-error.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import { savepoint } from '../connection/savepoint.ts'
import { prepared } from '../connection/statement.ts'
import { eventOf, insertEvents, type RecordEvent } from '../ledger/record-event.ts'
import { followReference, stamp, wholeKey } from '../records/follow-reference.ts'
import type { Cause } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { forgetClosing } from './closing-circle.ts'
import type { GoneRecord } from './gone.ts'

/** A relation that led to a record when it was deleted. */
interface LetGo {
  readonly form: string
  readonly record: string
  /** `account`, or `items.product` of a row of line items. */
  readonly field: string
  readonly line: string | null
}

/**
 * A relation that does not lead to the record again: it was given another value, may not have this one twice, or would
 * put the record under itself.
 */
export interface NotBack extends LetGo {
  readonly reason: 'changed' | 'duplicate' | 'circle'
}

interface PutBack {
  /** How many relations lead to the record again. */
  readonly back: number
  readonly left: readonly NotBack[]
}

interface PutRow {
  readonly id: string
  readonly line: string | null
  readonly old: unknown
  readonly new: unknown
}

/** One field by which records of one form led to the record. */
interface Site {
  readonly site: RelationSite | LinkSite
  readonly path: string
  readonly key: string
  /** Puts it back where it can be, of all that let go or of one of them. */
  readonly put: (only: string | null) => Promise<readonly PutRow[]>
}

interface At {
  readonly tx: Connection
  readonly scene: Scene
  readonly gone: GoneRecord
}

const letGo = ({ scene }: At): string =>
  `select distinct on (record, line) record, line, position, at from ${quoteTable(scene.workspace.schema, '_let_go')}
    where gone = $1 and form = $4 and field = $5 and ($6::uuid is null or record = $6)`

/** Somebody gave the field another value and emptied it: then it stays empty. */
const untouched = ({ scene }: At): string =>
  `not exists (select 1 from ${quoteTable(scene.workspace.schema, '_record_event')} e where e.form = $4 and e.record = t.id
    and e.at > l.at and e.kind <> 'recalculate' and e.changes ? $5)`

function oneSite(at: At, site: RelationSite): Site {
  const { tx, scene, gone } = at
  const { schema } = scene.workspace
  const whole = wholeKey(site)
  const isWhole = whole !== site.field.key
  const path = site.lineItems === undefined ? whole : `${site.lineItems}.${whole}`
  const [owner, emptied] = [quoteTable(schema, site.form), quoteIdent(whole)]
  const value = isWhole ? refValue({ form: site.field.form, id: gone.id }) : gone.id
  const given = isWhole ? '$7::jsonb' : '$7::uuid'
  const rows = quoteTable(schema, tableAt(site))
  const text =
    site.lineItems === undefined
      ? `with l as (${letGo(at)}), o as (select t.id from ${owner} t join l on l.record = t.id where t.${emptied} is null and ${untouched(at)} order by t.id for update of t)
          update ${owner} t set ${emptied} = ${given}, ${stamp} from o where t.id = o.id returning t.id, null as line`
      : `with l as (${letGo(at)}), o as (select t.id from ${owner} t where t.id in (select record from l) order by t.id for update of t),
          r as (update ${rows} r set ${emptied} = ${given} from l, o where r.id = l.line and o.id = r.parent and r.${emptied} is null returning r.parent, r.id),
          u as (update ${owner} set ${stamp} where id in (select parent from r))
          select parent as id, id as line from r`
  const put = async (only: string | null): Promise<PutRow[]> => {
    const bound = isWhole ? JSON.stringify(value) : value
    const values = [gone.id, scene.now, scene.actor.memberId, site.form, path, only, bound]
    const found = await tx.query<{ id: string; line: string | null }>(prepared({ text, values }))
    // Of rows of line items the ledger knows that something changed, as when they were emptied.
    return found.map((row) => ({ ...row, old: null, new: site.lineItems === undefined ? value : null }))
  }
  return { site, path, key: site.lineItems?.split('.')[0] ?? whole, put }
}

function listSite(at: At, site: LinkSite): Site {
  const { tx, scene, gone } = at
  const { key, maxCount } = site.field
  const { schema } = scene.workspace
  const [owner, column] = [quoteTable(schema, site.form), quoteIdent(key)]
  const links = quoteTable(schema, linkTableOf(site.form, key))
  const text = `with l as (${letGo(at)}), o as (select t.id, l.position, coalesce(t.${column}, '{}') as list from ${owner} t join l on l.record = t.id
      where not exists (select 1 from ${links} k where k.parent = t.id and k.target = $1) order by t.id for update of t)
    update ${owner} t set ${column} = o.list[:o.position - 1] || $1::uuid || o.list[o.position:], ${stamp} from o
      where t.id = o.id and ($7::int is null or cardinality(o.list) < $7) returning t.id, null as line, nullif(o.list, '{}') as old, t.${column} as new`
  const put = (only: string | null): Promise<PutRow[]> =>
    tx.query<PutRow>(
      prepared({
        text,
        values: [gone.id, scene.now, scene.actor.memberId, site.form, key, only, maxCount ?? null],
      }),
    )
  return { site, path: key, key, put }
}

const isTwice = (error: unknown): boolean => error instanceof DatabaseError && error.kind === 'unique'

interface Put {
  readonly rows: readonly PutRow[]
  readonly twice: ReadonlySet<string>
}

/** All at once, or one by one where one of them may not have this value again. */
async function putSite({ tx }: At, { put }: Site, records: readonly string[]): Promise<Put> {
  try {
    return { rows: await savepoint(tx, () => put(null)), twice: new Set() }
  } catch (error) {
    if (!isTwice(error)) throw error
  }
  const rows: PutRow[] = []
  const twice = new Set<string>()
  for (const record of new Set(records))
    try {
      rows.push(...(await savepoint(tx, () => put(record))))
    } catch (error) {
      if (!isTwice(error)) throw error
      twice.add(record)
    }
  return { rows, twice }
}

/** A record has one line in the ledger, however many of its rows were concerned. */
const told = ({ scene }: At, { site, key }: Site, rows: readonly PutRow[], cause: Cause): RecordEvent[] =>
  [...new Map(rows.map((row) => [row.id, row])).values()].map((row) =>
    eventOf(scene, site.form, row.id, 'update', cause, { [key]: [row.old, row.new] }),
  )

function reasonOf({ record }: LetGo, twice: ReadonlySet<string>, closing: string | undefined) {
  if (record === closing) return 'circle'
  return twice.has(record) ? 'duplicate' : 'changed'
}

/**
 * Lets the relations that were emptied when a record was deleted lead to it again, as far as nobody gave them another
 * value since. Like the emptying it is done by the system, whoever takes the record back.
 */
export async function putBack(
  tx: Connection,
  scene: Scene,
  gone: GoneRecord,
  cause: Cause,
): Promise<PutBack> {
  const { schema } = scene.workspace
  const at = { tx, scene, gone }
  const noted = await tx.query<LetGo>(
    prepared({
      text: `select form, record, field, line from ${quoteTable(schema, '_let_go')} where gone = $1`,
      values: [gone.id],
    }),
  )
  if (noted.length === 0) return { back: 0, left: [] }
  const { index } = scene.app
  const sites = [
    ...index.relationsTo(gone.form).map((site) => oneSite(at, site)),
    ...index.linksTo(gone.form).map((site) => listSite(at, site)),
  ]
  let back = 0
  const left: NotBack[] = []
  for (const one of sites) {
    const own = noted.filter(({ form, field }) => form === one.site.form && field === one.path)
    if (own.length === 0) continue
    const closing = await forgetClosing(tx, scene, gone, one.site, own)
    const { rows, twice } = await putSite(
      at,
      one,
      own.map(({ record }) => record),
    )
    back += rows.length
    const done = new Set(rows.map(({ id, line }) => `${id} ${line}`))
    for (const each of own)
      if (!done.has(`${each.record} ${each.line}`))
        left.push({ ...each, reason: reasonOf(each, twice, closing) })
    if (rows.length === 0) continue
    await insertEvents(tx, schema, told(at, one, rows, cause))
    const ids = [...new Set(rows.map(({ id }) => id))]
    await followReference(tx, scene, one.site, one.path, ids, cause)
  }
  const text = `delete from ${quoteTable(schema, '_let_go')} where gone = $1`
  await tx.query(prepared({ text, values: [gone.id] }))
  return { back, left }
}
