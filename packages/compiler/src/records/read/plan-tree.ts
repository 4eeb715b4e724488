import type { Expression } from '@pipewright/schemas'
import { identifier, joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import { visibleSql } from '../sql/column-sql.ts'
import { columnOfAlias } from '../sql/sql-scene.ts'
import { ownTitleSql } from '../sql/title-sql.ts'
import { countLimit } from './plan-count.ts'
import { badFilter, notFound, readForm, type Planned, type ReadScene } from './read-scene.ts'
import { fromForm } from './record-select.ts'
import { beside, parentColumn, topSql, unknownParent } from './under.ts'
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

/**
 * Records that the reader sees which lie under themselves, also over others that he sees: `id`. No level of a tree has them. The
 * ways down from the highest level reach all that lies in none; of what is left it is looked what comes back to itself.
 */
export function planCircles(
  scene: ReadScene,
  formKey: string,
  { parent, filter }: BranchesRequest,
): Statement {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  const below = beside(reading)
  const [column, under] = [parentColumn(reading, parent), parentColumn(below, parent)]
  if (column === undefined || under === undefined) return badFilter(unknownParent)
  const top = topSql(reading, parent, (above) => whereSql(above, { filter }))
  const [where, seen] = [whereSql(reading, { filter }), whereSql(below, { filter })]
  if (!where.ok) return badFilter(where.errors)
  if (!seen.ok) return badFilter(seen.errors)
  if (!top.ok) return badFilter(top.errors)
  const own = columnOfAlias(reading.base, 'id')
  const highest = top.branches.map(
    (branch) => sql`(select ${own} as id from ${fromForm(reading)} where ${branch} and ${where.sql})`,
  )
  const reached = sql`reached as ((${joinSql(highest, sql` union all `)}) union all select ${columnOfAlias(below.base, 'id')} from reached join ${fromForm(below)} on ${under} = reached.id where ${seen.sql})`
  const lost = sql`lost as materialized (select ${own} as id, ${column} as above from ${fromForm(reading)} where ${where.sql} and not exists (select 1 from reached where reached.id = ${own}))`
  const up = sql`up as (select id as start, above, 1 as depth from lost union all select up.start, lost.above, up.depth + 1 from up join lost on lost.id = up.above where up.above <> up.start and up.depth < ${param(deepest, 'int')})`
  return {
    ok: true,
    statement: sql`with recursive ${reached}, ${lost}, ${up} select distinct start as id from up where above = start limit ${param(mostInCircles, 'int')}`,
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
