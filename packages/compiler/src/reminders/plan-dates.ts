import { identifier, sql, type SqlFragment } from '@pipewright/logic'
import { readForm, type ReadScene } from '../records/read/read-scene.ts'
import { fromForm } from '../records/read/record-select.ts'
import { whereSql } from '../records/read/where.ts'
import { columnSql } from '../records/sql/column-sql.ts'
import { columnOfAlias } from '../records/sql/sql-scene.ts'
import { dayOfColumn } from './day-of-column.ts'

/**
 * `id` and `day` of living records that the reader may see: the day of one of their dates in the reader's zone, null where it is
 * empty. Undefined when there is no such date that he may read.
 */
export function planDates(
  scene: ReadScene,
  form: string,
  field: string,
  ids: readonly string[],
): SqlFragment | undefined {
  const reading = readForm(scene, form)
  const column = reading && columnSql(reading.sql, reading.base, reading.form.place, [field])
  if (reading === undefined || column === undefined) return undefined
  const day = dayOfColumn(reading.sql, column)
  if (day === undefined) return undefined
  const where = whereSql(reading, { ids })
  if (!where.ok) return undefined
  const id = columnOfAlias(reading.base, 'id')
  return sql`select ${id} as id, ${day} as ${identifier('day')} from ${fromForm(reading)} where ${where.sql}`
}
