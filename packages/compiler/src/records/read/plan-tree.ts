import type { Expression } from '@pipewright/schemas'
import { identifier, param, sql, type SqlFragment } from '@pipewright/logic'
import { visibleSql } from '../sql/column-sql.ts'
import { columnOfAlias } from '../sql/sql-scene.ts'
import { ownTitleSql } from '../sql/title-sql.ts'
import { countLimit } from './plan-count.ts'
import { badFilter, notFound, readForm, type Planned, type ReadScene } from './read-scene.ts'
import { fromForm } from './record-select.ts'
import { beside, parentColumn, unknownParent } from './under.ts'
import { whereSql } from './where.ts'

export interface BranchesRequest {
  /** The relation that names the record above. */
  readonly parent: string
  readonly filter?: Expression | undefined
}

type Statement = Planned<{ readonly statement: SqlFragment }>

const idList = (ids: readonly string[]): SqlFragment => param([...ids], 'uuid', true)

/** How many records lie right under each of these, up to one more than the limit: `id`, `count`. */
export function planChildCounts(
  scene: ReadScene,
  formKey: string,
  { parent, filter }: BranchesRequest,
  ids: readonly string[],
): Statement {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  const column = parentColumn(reading, parent)
  if (column === undefined) return badFilter(unknownParent)
  const where = whereSql(reading, { filter })
  if (!where.ok) return badFilter(where.errors)
  const own = columnOfAlias(reading.base, 'id')
  const below = sql`select 1 from ${fromForm(reading)} where ${column} = above.id and ${own} <> above.id and ${where.sql} limit ${param(countLimit + 1, 'int')}`
  return {
    ok: true,
    statement: sql`select above.id, (select count(*)::int from (${below}) as below) as count from unnest(${idList(ids)}) as above(id)`,
  }
}

/** No way up goes further: a circle that was made before a tree showed the form ends here. */
const deepest = 50

/** The records above each of these, as far as this reader sees them in a row: `start`, `depth`, `id`, `title`; the nearest is 1. */
export function planPaths(
  scene: ReadScene,
  formKey: string,
  parent: string,
  ids: readonly string[],
): Statement {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  const above = beside(reading)
  const column = parentColumn(reading, parent)
  const further = parentColumn(above, parent)
  const visible = visibleSql(reading.sql, above.base, formKey)
  if (column === undefined || further === undefined || visible === undefined) return badFilter(unknownParent)
  const [start, own] = [columnOfAlias(reading.base, 'id'), columnOfAlias(above.base, 'id')]
  const title = ownTitleSql(reading.sql, above.base, formKey)
  const up = identifier('up')
  return {
    ok: true,
    statement: sql`with recursive ${up} as (select ${start} as start, 0 as depth, ${start} as id, null::text as title, ${column} as above from ${fromForm(reading)} where ${start} = any(${idList(ids)}) union all select up.start, up.depth + 1, ${own}, ${title}, ${further} from ${up} join ${fromForm(above)} on ${own} = up.above where ${visible} and up.id <> ${own} and up.depth < ${param(deepest, 'int')}) select start, depth, id, title from ${up} where depth > 0 order by start, depth`,
  }
}

/** So many records of circles are told. */
const mostInCircles = 100

/** Records that the reader sees which lie, over others that he sees, under themselves: `id`. No level of a tree has them. */
export function planCircles(
  scene: ReadScene,
  formKey: string,
  { parent, filter }: BranchesRequest,
): Statement {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  const [above, below] = [beside(reading), beside(reading)]
  const columns = [reading, above, below].map((row) => parentColumn(row, parent))
  const [column, further, under] = columns
  if (column === undefined || further === undefined || under === undefined) return badFilter(unknownParent)
  const [where, seen] = [whereSql(reading, { filter }), whereSql(above, { filter })]
  if (!where.ok) return badFilter(where.errors)
  if (!seen.ok) return badFilter(seen.errors)
  const [start, own] = [columnOfAlias(reading.base, 'id'), columnOfAlias(above.base, 'id')]
  const up = identifier('up')
  return {
    ok: true,
    statement: sql`with recursive ${up} as (select ${start} as start, ${column} as above, 1 as depth from ${fromForm(reading)} where ${column} <> ${start} and exists (select 1 from ${fromForm(below)} where ${under} = ${start}) and ${where.sql} union all select up.start, ${further}, up.depth + 1 from ${up} join ${fromForm(above)} on ${own} = up.above where up.above <> up.start and ${further} is not null and up.depth < ${param(deepest, 'int')} and ${seen.sql}) select distinct start as id from ${up} where above = start limit ${param(mostInCircles, 'int')}`,
  }
}

/** Of each of these records and of all above them, what lies above: `id`, `above`. It asks for the system, not for a reader. */
export function planAbove(
  schema: string,
  table: string,
  parent: string,
  ids: readonly string[],
): SqlFragment {
  const of = sql`${identifier(schema)}.${identifier(table)}`
  const column = identifier(parent)
  return sql`with recursive up as (select id, ${column} as above from ${of} where id = any(${idList(ids)}) union select t.id, t.${column} from up join ${of} as t on t.id = up.above) select id, above from up`
}
