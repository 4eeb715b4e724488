import { joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import { partColumn, type LinkSite, type RelationSite } from '@pipewright/metadata'
import { mayReadField } from '../../rights/readable.ts'
import { linkTableOf, tableAt } from '../../tables/table-names.ts'
import { columnOfAlias, tableOfScene } from '../sql/sql-scene.ts'
import { readForm, type FormReading, type ReadScene } from './read-scene.ts'
import { fromForm } from './record-select.ts'
import { whereSql } from './where.ts'

type Site = RelationSite | LinkSite

const lineItemsOf = (site: Site): string | undefined =>
  'lineItems' in site ? (site.lineItems as string | undefined) : undefined

/** Whether the reader may read the field; of a part of a relation to any of several forms, the whole. */
function mayReadSite({ rights }: FormReading, site: Site): boolean {
  const key = site.field.key.split('.')[0] ?? ''
  const items = lineItemsOf(site)
  return mayReadField(rights, items === undefined ? key : `${items}.${key}`)
}

function leadsSql({ sql: scene, base }: FormReading, site: Site, ids: SqlFragment): SqlFragment {
  const own = columnOfAlias(base, 'id')
  const row = scene.alias()
  if (site.field.type === 'relations') {
    const links = tableOfScene(scene, linkTableOf(site.form, site.field.key))
    return sql`${own} in (select ${columnOfAlias(row, 'parent')} from ${links} ${row} where ${columnOfAlias(row, 'target')} = any(${ids}))`
  }
  const column = partColumn(site.field.key)
  const lineItems = lineItemsOf(site)
  if (lineItems === undefined) return sql`${columnOfAlias(base, column)} = any(${ids})`
  const rows = tableOfScene(scene, tableAt({ form: site.form, lineItems }))
  return sql`${own} in (select ${columnOfAlias(row, 'parent')} from ${rows} ${row} where ${columnOfAlias(row, column)} = any(${ids}))`
}

/** How many records of each form lead to one of these by a field: as far as both may be read. Columns `form`, `count`. */
export function planReferring(
  scene: ReadScene,
  form: string,
  ids: readonly string[],
  except: readonly string[],
): SqlFragment | undefined {
  const sites: Site[] = [...scene.app.index.relationsTo(form), ...scene.app.index.linksTo(form)]
  const wanted = param([...ids], 'uuid', true)
  const selects = [...Map.groupBy(sites, (site) => site.form)].flatMap(([key, own]) => {
    const reading = readForm(scene, key)
    const where = reading && whereSql(reading, { except })
    if (reading === undefined || where?.ok !== true) return []
    const leads = own
      .filter((site) => mayReadSite(reading, site))
      .map((site) => leadsSql(reading, site, wanted))
    if (leads.length === 0) return []
    return [
      sql`select ${param(key, 'text')} as form, count(*)::int as count from ${fromForm(reading)} where ${where.sql} and (${joinSql(leads, sql` or `)})`,
    ]
  })
  return selects.length === 0 ? undefined : joinSql(selects, sql` union all `)
}
