import { linkTableOf, refValue, tableAt } from '@pipewright/compiler'
import { partColumn, type LinkSite, type RelationSite } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { eventOf, insertEvents } from '../ledger/record-event.ts'
import { followReference, stamp, wholeKey } from './follow-reference.ts'
import type { Cause } from './outcome.ts'
import type { Scene } from './scene.ts'

function existsSql(schema: string, { form, lineItems, field }: RelationSite): string {
  const owner = quoteTable(schema, form)
  const column = quoteIdent(partColumn(field.key))
  const stays = 'o.deleted_at is null and o.id <> all($2)'
  if (lineItems === undefined)
    return `exists (select 1 from ${owner} o where o.${column} = any($1) and ${stays})`
  const rows = quoteTable(schema, tableAt({ form, lineItems }))
  return `exists (select 1 from ${rows} r join ${owner} o on o.id = r.parent where r.${column} = any($1) and ${stays})`
}

function linkedSql(schema: string, { form, field }: LinkSite): string {
  const links = quoteTable(schema, linkTableOf(form, field.key))
  return `exists (select 1 from ${links} l join ${quoteTable(schema, form)} o on o.id = l.parent where l.target = any($1) and o.deleted_at is null and o.id <> all($2))`
}

/** Records of one form that are deleted together with others. */
export interface Leaving {
  readonly form: string
  readonly ids: readonly string[]
  /** All that are deleted, of any form: what they refer to does not matter. */
  readonly together: readonly string[]
}

/** Whether records that stay refer to one of these over a relation that then refuses its deletion. */
export async function isInUse(
  tx: Connection,
  scene: Scene,
  { form, ids, together }: Leaving,
): Promise<boolean> {
  const { index } = scene.app
  const { schema } = scene.workspace
  const holds = ({ field }: RelationSite | LinkSite) => (field.onDelete ?? 'refuse') === 'refuse'
  const tests = [
    ...index
      .relationsTo(form)
      .filter(holds)
      .map((site) => existsSql(schema, site)),
    ...index
      .linksTo(form)
      .filter(holds)
      .map((site) => linkedSql(schema, site)),
  ]
  if (tests.length === 0) return false
  const text = `select ${tests.join(' or ')} as used`
  const [row] = await tx.query<{ used: boolean }>(prepared({ text, values: [ids, together] }))
  return row?.used === true
}

async function clearSite(
  tx: Connection,
  scene: Scene,
  site: RelationSite,
  id: string,
  together: readonly string[],
  cause: Cause,
): Promise<void> {
  const { schema } = scene.workspace
  const whole = wholeKey(site)
  const column = quoteIdent(partColumn(site.field.key))
  const emptied = quoteIdent(whole)
  const owner = quoteTable(schema, site.form)
  const path = site.lineItems === undefined ? whole : `${site.lineItems}.${whole}`
  const values = [id, scene.now, scene.actor.memberId, together, site.form, path]
  const rows = quoteTable(schema, tableAt(site))
  const noted = `insert into ${quoteTable(schema, '_let_go')} (gone, form, record, field, line, at) select $1, $5, record, $6, line, $2 from c`
  const text =
    site.lineItems === undefined
      ? `with c as (update ${owner} set ${emptied} = null, ${stamp} where ${column} = $1 and id <> all($4) returning id as record, null::uuid as line), n as (${noted}) select record as id from c`
      : `with c as (update ${rows} set ${emptied} = null where ${column} = $1 and parent <> all($4) returning parent as record, id as line), n as (${noted}) update ${owner} set ${stamp} where id in (select record from c) returning id`
  const cleared = await tx.query<{ id: string }>(prepared({ text, values }))
  if (cleared.length === 0) return
  const key = site.lineItems?.split('.')[0] ?? whole
  const old = whole === site.field.key ? id : refValue({ form: site.field.form, id })
  const change = [site.lineItems === undefined ? old : null, null] as const
  const events = cleared.map((row) => eventOf(scene, site.form, row.id, 'update', cause, { [key]: change }))
  await insertEvents(tx, schema, events)
  await followReference(
    tx,
    scene,
    site,
    path,
    cleared.map((row) => row.id),
    cause,
  )
}

/** Takes a record out of the lists of those that refer to it among others. */
async function unlink(
  tx: Connection,
  scene: Scene,
  site: LinkSite,
  id: string,
  together: readonly string[],
  cause: Cause,
): Promise<void> {
  const { schema } = scene.workspace
  const column = quoteIdent(site.field.key)
  const owner = quoteTable(schema, site.form)
  const links = quoteTable(schema, linkTableOf(site.form, site.field.key))
  const noted = `insert into ${quoteTable(schema, '_let_go')} (gone, form, record, field, position, at) select $1, $5, id, $6, array_position(list, $1), $2 from o`
  const text = `with o as (select id, ${column} as list from ${owner} where id in (select parent from ${links} where target = $1) and id <> all($4) order by id for no key update), n as (${noted})
    update ${owner} t set ${column} = nullif(array_remove(o.list, $1), '{}'), ${stamp} from o where t.id = o.id returning t.id, o.list as old, t.${column} as new`
  const values = [id, scene.now, scene.actor.memberId, together, site.form, site.field.key]
  const changed = await tx.query<{ id: string; old: string[]; new: string[] | null }>(
    prepared({ text, values }),
  )
  if (changed.length === 0) return
  const events = changed.map((row) =>
    eventOf(scene, site.form, row.id, 'update', cause, { [site.field.key]: [row.old, row.new] }),
  )
  await insertEvents(tx, schema, events)
  await followReference(
    tx,
    scene,
    site,
    site.field.key,
    changed.map((row) => row.id),
    cause,
  )
}

/** Takes the records out of all relations that let go of them, or out of every one. */
export async function clearReferences(
  tx: Connection,
  scene: Scene,
  { form, ids, together }: Leaving,
  cause: Cause,
  which: 'clear' | 'every' = 'clear',
): Promise<void> {
  const letsGo = ({ field }: RelationSite | LinkSite) => which === 'every' || field.onDelete === 'clear'
  for (const site of scene.app.index.relationsTo(form))
    if (letsGo(site)) for (const id of ids) await clearSite(tx, scene, site, id, together, cause)
  for (const site of scene.app.index.linksTo(form))
    if (letsGo(site)) for (const id of ids) await unlink(tx, scene, site, id, together, cause)
}
