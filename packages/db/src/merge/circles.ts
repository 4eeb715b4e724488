import { mayReadField, type CompiledForm } from '@pipewright/compiler'
import { localize, partColumn, type RelationSite } from '@pipewright/metadata'
import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import { wholeKey } from '../records/follow-reference.ts'
import { refused, type Outcome } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'

/** Fields of records by which they lead to records of their own form: what is above them. */
const sitesAbove = (scene: Scene, form: CompiledForm): RelationSite[] =>
  scene.app.index
    .relationsTo(form.key)
    .filter((site) => site.form === form.key && site.lineItems === undefined)

/** Steps up from the records ($1) by one field, each way until it comes to one of them. */
function waySql({ workspace }: Scene, form: CompiledForm, site: RelationSite): string {
  const table = quoteTable(workspace.schema, form.table)
  const above = quoteIdent(partColumn(site.field.key))
  return `with recursive way as (
      select id as start, ${above} as at from ${table} where id = any($1) and ${above} is not null
      union select way.start, t.${above} from way join ${table} t on t.id = way.at
        where t.${above} is not null and way.at <> all($1)
    )`
}

/** By field the records whose value leads, over others, to another one of them: kept, the one record would lie below itself. */
export async function leadingBack(
  connection: Connection,
  scene: Scene,
  form: CompiledForm,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, ReadonlySet<string>>()
  for (const site of sitesAbove(scene, form)) {
    const rows = await connection.query<{ id: string }>({
      text: `${waySql(scene, form, site)} select distinct start as id from way where at = any($1) and at <> start`,
      values: [ids],
    })
    const key = wholeKey(site)
    found.set(key, new Set([...(found.get(key) ?? []), ...rows.map(({ id }) => id)]))
  }
  return found
}

/** The fields by which one of the records lies below itself. */
export async function circlesOf(
  connection: Connection,
  scene: Scene,
  form: CompiledForm,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const site of sitesAbove(scene, form)) {
    const [row] = await connection.query<{ is: boolean }>({
      text: `${waySql(scene, form, site)} select exists (select 1 from way where at = start) as is`,
      values: [ids],
    })
    if (row?.is === true) found.add(wholeKey(site))
  }
  return found
}

/** Refuses what makes the record lie below itself where none did before: values that the actor may not change can. */
export async function refuseCircle(
  connection: Connection,
  scene: Scene,
  form: CompiledForm,
  survivor: string,
  before: ReadonlySet<string>,
): Promise<Outcome<object>> {
  const after = await circlesOf(connection, scene, form, [survivor])
  const closed = [...after].find((key) => !before.has(key))
  if (closed === undefined) return { ok: true }
  const rights = scene.rights.forms[form.key]
  const known = rights !== undefined && mayReadField(rights, closed) ? form.fields.get(closed) : undefined
  const field = localize(known?.label ?? form.form.label, scene.actor.locale)
  return refused('merge-circle', { params: { field } })
}
