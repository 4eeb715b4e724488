import { param, sql, type SqlFragment } from '@pipewright/logic'
import { issue } from '../issue.ts'
import { columnSql, listSql } from '../sql/column-sql.ts'
import { columnOfAlias } from '../sql/sql-scene.ts'
import { likePattern } from '../grams.ts'
import { badFilter, notFound, readForm, type Planned, type ReadScene } from './read-scene.ts'
import { fromForm } from './record-select.ts'
import { whereSql } from './where.ts'

const most = 20
/** The latest records say what is in use; all of many would take too long while somebody types. */
const lookedThrough = 20_000

/**
 * Tags that records in the reader's sight hold, the most used first: `tag`. A field that may not be read answers like one
 * that is not there; `path` may lead to a column of line items.
 */
export function planSuggestions(
  scene: ReadScene,
  formKey: string,
  path: string,
  search: string,
): Planned<{ readonly statement: SqlFragment }> {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  const { sql: opened, base, form } = reading
  const found = scene.app.index.field(form.place, path)
  const keys = path.split('.')
  const inRows = keys.length > 1
  const column = inRows ? undefined : columnSql(opened, base, form.place, keys)
  const list = inRows ? listSql(opened, base, form.place, keys) : undefined
  const where = whereSql(reading, {})
  if (found?.field.type !== 'tags' || (column ?? list) === undefined)
    return badFilter([issue('/field', 'unknown-field')])
  if (!where.ok) return badFilter(where.errors)
  const latest = sql`order by ${columnOfAlias(base, 'updated_at')} desc limit ${param(lookedThrough, 'int')}`
  const lists =
    list === undefined
      ? sql`select ${column?.sql ?? sql`null::text[]`} as v from ${fromForm(reading)} where ${where.sql} ${latest}`
      : sql`select l.v from ${fromForm(reading)} cross join lateral (${list.from}) as l(v) where ${where.sql} ${latest}`
  const wanted = sql`lower(normalize(t.tag, NFKC)) like ${param(likePattern(search.normalize('NFKC').toLowerCase().trim()), 'text')}`
  return {
    ok: true,
    statement: sql`select t.tag from (${lists}) as s cross join lateral unnest(s.v) as t(tag) where ${wanted} group by t.tag order by count(*) desc, t.tag limit ${param(most, 'int')}`,
  }
}
