import { param, sql, type SqlFragment } from '@pipewright/logic'
import { badFilter, notFound, readForm, type Planned, type ReadScene } from './read-scene.ts'
import { fromForm } from './record-select.ts'
import { whereSql, type Narrowing } from './where.ts'

/** Counting further costs more than anybody learns from it. */
export const countLimit = 10_000

/** How many records there are, up to one more than the limit; column `count`. */
export function planCount(
  scene: ReadScene,
  formKey: string,
  request: Narrowing,
): Planned<{ readonly statement: SqlFragment }> {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  if (request.deleted === true && !reading.rights.delete)
    return { ok: false, problem: { code: 'not-allowed' } }
  const where = whereSql(reading, request)
  if (!where.ok) return badFilter(where.errors)
  const rows = sql`select 1 from ${fromForm(reading)} where ${where.sql} limit ${param(countLimit + 1, 'int')}`
  return { ok: true, statement: sql`select count(*)::int as count from (${rows}) as counted` }
}
