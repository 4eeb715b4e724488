import { param, sql, type SqlFragment } from '@pipewright/logic'
import type { Expression } from '@pipewright/schemas'
import { columnOfAlias } from '../sql/sql-scene.ts'
import { ownTitleSql } from '../sql/title-sql.ts'
import { badFilter, notFound, readForm, type Planned, type ReadScene } from './read-scene.ts'
import { fromForm } from './record-select.ts'
import { whereSql } from './where.ts'

/** People look at a few and then at the list. */
const mostNamed = 5

/** Records that meet a condition: how many (`count`), and some with `id` and `title`. */
export function planBreaking(
  scene: ReadScene,
  formKey: string,
  filter: Expression,
): Planned<{ readonly count: SqlFragment; readonly named: SqlFragment }> {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  const where = whereSql(reading, { filter })
  if (!where.ok) return badFilter(where.errors)
  const id = columnOfAlias(reading.base, 'id')
  const from = sql`from ${fromForm(reading)} where ${where.sql}`
  const title = ownTitleSql(reading.sql, reading.base, formKey)
  const named = sql`select ${id} as id, (${title})::text as title ${from} order by ${id} limit ${param(mostNamed, 'int')}`
  return { ok: true, count: sql`select count(*)::int as count ${from}`, named }
}
