import { param, sql, toSqlCondition, type SqlFragment, type SqlResolver } from '@pipewright/logic'
import type { Expression } from '@pipewright/schemas'
import { childTableOf } from '../../tables/table-names.ts'
import { resolverFor } from '../sql/column-sql.ts'
import { columnOfAlias, tableOfScene } from '../sql/sql-scene.ts'
import { ownTitleSql } from '../sql/title-sql.ts'
import {
  badFilter,
  notFound,
  readForm,
  type FormReading,
  type Planned,
  type ReadScene,
} from './read-scene.ts'
import { fromForm } from './record-select.ts'
import { asIssue, whereSql, type Where } from './where.ts'

/** People look at a few and then at the list. */
const mostNamed = 5

/** Names of a row, of rows around it (`$parent`) and of the record (`$record`), as rules of rows use them. */
function rowResolver(reading: FormReading, row: SqlFragment, lineItems: string): SqlResolver {
  const own = resolverFor(reading.sql, row, { form: reading.form.key, lineItems })
  const record = resolverFor(reading.sql, reading.base, reading.form.place)
  const of = ([head]: readonly string[]) => (head === '$record' ? record : own)
  const bare = (path: readonly string[]) => (path[0] === '$record' ? path.slice(1) : path)
  return {
    ...own,
    column: (path) => of(path).column(bare(path)),
    list: (path) => of(path).list?.(bare(path)),
  }
}

/** Living records that have a row which meets a condition. */
function rowWhere(reading: FormReading, lineItems: string, filter: Expression): Where {
  const records = whereSql(reading, {})
  if (!records.ok) return records
  const row = reading.sql.alias()
  const met = toSqlCondition(filter, rowResolver(reading, row, lineItems))
  if (!met.ok) return { ok: false, errors: met.problems.map(asIssue) }
  const rows = tableOfScene(reading.sql, childTableOf(reading.form.key, lineItems))
  const isOf = sql`${columnOfAlias(row, 'parent')} = ${columnOfAlias(reading.base, 'id')}`
  const found = sql`exists (select from ${rows} ${row} where ${isOf} and (${met.sql}))`
  const parts = [...records.parts, found]
  return { ok: true, parts, sql: sql`${records.sql} and ${found}` }
}

/**
 * Records that meet a condition, or have a row (of these line items, "items" or "items.parts") that does: how many (`count`), and
 * some with `id` and `title`.
 */
export function planBreaking(
  scene: ReadScene,
  formKey: string,
  filter: Expression,
  lineItems?: string,
): Planned<{ readonly count: SqlFragment; readonly named: SqlFragment }> {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  const where = lineItems === undefined ? whereSql(reading, { filter }) : rowWhere(reading, lineItems, filter)
  if (!where.ok) return badFilter(where.errors)
  const id = columnOfAlias(reading.base, 'id')
  const from = sql`from ${fromForm(reading)} where ${where.sql}`
  const title = ownTitleSql(reading.sql, reading.base, formKey)
  const named = sql`select ${id} as id, (${title})::text as title ${from} order by ${id} limit ${param(mostNamed, 'int')}`
  return { ok: true, count: sql`select count(*)::int as count ${from}`, named }
}
