import { param, sql, type SqlFragment } from '@pipewright/logic'
import type { Expression } from '@pipewright/schemas'
import { columnOfAlias } from '../sql/sql-scene.ts'
import { ownTitleSql } from '../sql/title-sql.ts'
import { badFilter, notFound, readForm, type Planned, type ReadScene } from './read-scene.ts'
import { fromForm } from './record-select.ts'
import { whereSql } from './where.ts'

/** The latest living records that nothing holds locked and that meet a condition, with `id`, `version` and `title`. */
export function planRecent(
  scene: ReadScene,
  formKey: string,
  filter: Expression,
  most: number,
): Planned<{ readonly recent: SqlFragment }> {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  const where = whereSql(reading, { filter })
  if (!where.ok) return badFilter(where.errors)
  const own = (column: string) => columnOfAlias(reading.base, column)
  const title = ownTitleSql(reading.sql, reading.base, formKey)
  const free = sql`${own('locked_by')} is null`
  return {
    ok: true,
    recent: sql`select ${own('id')} as id, ${own('version')} as version, (${title})::text as title from ${fromForm(reading)} where ${where.sql} and ${free} order by ${own('id')} desc limit ${param(most, 'int')}`,
  }
}
