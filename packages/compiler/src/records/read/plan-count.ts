import { param, sql, type SqlFragment } from '@pipewright/logic'
import {
  badFilter,
  notFound,
  readForm,
  type FormReading,
  type Planned,
  type ReadScene,
} from './read-scene.ts'
import { fromForm } from './record-select.ts'
import { whereSql, type Narrowing } from './where.ts'

/** So many are counted one by one; of more it is said about how many they are. */
export const countLimit = 10_000

export interface CountPlan {
  /** How many there are, up to one more than the limit; column `count`. */
  readonly few: SqlFragment
  /** How many there are, however long it takes; column `count`. */
  readonly all: SqlFragment
  /**
   * How many of those in a share of the table's blocks, in percent; column `count`. It looks at the rows that the reader
   * may see, as the other statements do, and at no statistics: those are of all rows, and would tell of hidden ones.
   */
  readonly within: (percent: number) => SqlFragment
  /** The table whose blocks they are. */
  readonly table: string
}

const counting = (rows: SqlFragment): SqlFragment =>
  sql`select count(*)::int as count from (${rows}) as counted`

/** The same blocks each time, so that a figure does not flicker. */
const within = (reading: FormReading, where: SqlFragment, percent: number): SqlFragment =>
  counting(
    sql`select 1 from ${fromForm(reading)} tablesample system (${param(String(percent), 'numeric')}) repeatable (1) where ${where}`,
  )

/** How many records there are of those that the reader may see. */
export function planCount(scene: ReadScene, formKey: string, request: Narrowing): Planned<CountPlan> {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  if (request.deleted === true && !reading.rights.delete)
    return { ok: false, problem: { code: 'not-allowed' } }
  const where = whereSql(reading, request)
  // Of few blocks every row is looked at: an index of words does not help there.
  const inBlocks = whereSql(reading, { ...request, byIndex: false })
  if (!where.ok) return badFilter(where.errors)
  if (!inBlocks.ok) return badFilter(inBlocks.errors)
  const rows = sql`select 1 from ${fromForm(reading)} where ${where.sql}`
  return {
    ok: true,
    few: counting(sql`${rows} limit ${param(countLimit + 1, 'int')}`),
    all: counting(rows),
    within: (percent) => within(reading, inBlocks.sql, percent),
    table: reading.form.table,
  }
}
