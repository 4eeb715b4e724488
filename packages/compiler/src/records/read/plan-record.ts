import { param, sql, type SqlFragment } from '@pipewright/logic'
import { joinList } from '../sql/join-list.ts'
import { predicateSql } from '../sql/column-sql.ts'
import { columnOfAlias } from '../sql/sql-scene.ts'
import { notFound, readForm, type Planned, type ReadScene } from './read-scene.ts'
import { placeholder, rememberPlan, withId } from './remember-plan.ts'
import type { RowShape } from './record-answer.ts'
import { fromForm, mayList, readablePaths, selectRecord } from './record-select.ts'

type RecordPlan = Planned<{ readonly statement: SqlFragment; readonly shape: RowShape }>

function makePlan(scene: ReadScene, formKey: string): RecordPlan {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  const selected = selectRecord(reading, readablePaths(reading, true))
  if (!selected.ok) return notFound
  const visible = predicateSql(reading.sql, reading.base, formKey, reading.rights.predicates.read)
  const list = joinList([...selected.list, ...mayList(reading)], ', ')
  const id = sql`${columnOfAlias(reading.base, 'id')} = ${param(placeholder, 'uuid')}`
  const statement = sql`select ${list} from ${fromForm(reading)} where ${id} and ${visible}`
  return { ok: true, statement, shape: selected.shape }
}

/** One record with its rows and what the actor may do with it; no row when it may not be seen. Deleted ones included. */
export function planRecord(scene: ReadScene, formKey: string, id: string): RecordPlan {
  const plan = rememberPlan(scene, `record ${formKey}`, () => makePlan(scene, formKey))
  return plan.ok ? { ...plan, statement: withId(plan.statement, id) } : plan
}
