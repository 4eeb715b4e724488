import { sql, type SqlFragment } from '@pipewright/logic'
import { columnOfAlias } from '../sql/sql-scene.ts'
import { badFilter, notFound, readForm, type Planned, type ReadScene } from './read-scene.ts'
import { fromForm } from './record-select.ts'
import { whereSql, type Narrowing } from './where.ts'

/** Which records somebody means, as a statement that gives the `id` of each, in the order of ids. */
export function planSelection(
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
  const id = columnOfAlias(reading.base, 'id')
  return {
    ok: true,
    statement: sql`select ${id} as id from ${fromForm(reading)} where ${where.sql} order by ${id}`,
  }
}
