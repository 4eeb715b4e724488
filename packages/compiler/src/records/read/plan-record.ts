import { joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import { predicateSql } from '../sql/column-sql.ts'
import { columnOfAlias } from '../sql/sql-scene.ts'
import { notFound, readForm, type Planned, type ReadScene } from './read-scene.ts'
import type { RowShape } from './record-answer.ts'
import { fromForm, mayList, readablePaths, selectRecord } from './record-select.ts'

/** One record with its rows and what the actor may do with it; no row when it may not be seen. Deleted ones included. */
export function planRecord(
  scene: ReadScene,
  formKey: string,
  id: string,
): Planned<{ readonly statement: SqlFragment; readonly shape: RowShape }> {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  const selected = selectRecord(reading, readablePaths(reading, true))
  if (!selected.ok) return notFound
  const visible = predicateSql(reading.sql, reading.base, formKey, reading.rights.predicates.read)
  const list = joinSql([...selected.list, ...mayList(reading)], sql`, `)
  const statement = sql`select ${list} from ${fromForm(reading)} where ${columnOfAlias(reading.base, 'id')} = ${param(id, 'uuid')} and ${visible}`
  return { ok: true, statement, shape: selected.shape }
}
