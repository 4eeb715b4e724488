import type { Expression, RollupField } from '@pipewright/schemas'
import { isInRows, partColumn, placeAround, rollupPlace, type Place } from '@pipewright/metadata'
import { param, sql, type SqlFragment } from '@pipewright/logic'
import { linkTableOf, tableAt } from '../../tables/table-names.ts'
import { rowAbove } from '../../tables/system-columns.ts'
import { longestList } from '../longest-list.ts'
import { ofResult } from './of-result.ts'
import { asSystem, columnOfAlias, tableOfScene, type SqlScene } from './sql-scene.ts'

interface Rows {
  readonly from: SqlFragment
  readonly where: SqlFragment
  readonly filter: SqlFragment | undefined
  readonly value: SqlFragment
  readonly order: SqlFragment
  /** What tells rows apart that are alike in order. */
  readonly tie: SqlFragment
}

type Figure = (rows: Rows, field: RollupField, scene: SqlScene) => SqlFragment

/** As a filter of the figure, so that rows are always found by the relation's index, whatever else could narrow them. */
const aggregate =
  (call: (value: SqlFragment) => SqlFragment, none?: SqlFragment): Figure =>
  ({ from, where, filter, value }, field) => {
    const only = filter === undefined ? sql`` : sql` filter (where ${filter})`
    const figure = sql`${call(value)}${only}`
    const whole = none === undefined ? figure : sql`coalesce(${figure}, ${none})`
    return sql`(select ${ofResult(field, whole)} from ${from} where ${where})`
  }

/** The values that are not empty, with their order; the fence keeps them found by the relation's index. */
const valuesOf = ({ from, where, filter, value, order, tie }: Rows): SqlFragment => {
  const kept = filter === undefined ? sql`` : sql` and q.kept`
  const test = filter === undefined ? sql`` : sql`, ${filter} as kept`
  return sql`(select q.* from (select ${value} as v, ${order} as k, ${tie} as i${test} from ${from} where ${where} offset 0) as q where q.v is not null${kept}) as q`
}

const edge =
  (last: boolean): Figure =>
  (rows, field) => {
    const down = (field.orderBy?.direction === 'desc') !== last
    const order = down ? sql`q.k desc nulls last, q.i desc` : sql`q.k asc nulls last, q.i asc`
    return sql`(select ${ofResult(field, sql`q.v`)} from ${valuesOf(rows)} order by ${order} limit 1)`
  }

const list: Figure = (rows, field) => {
  const order =
    field.orderBy?.direction === 'desc'
      ? sql`q.k desc nulls last, q.i desc`
      : sql`q.k asc nulls last, q.i asc`
  return sql`(select string_agg(p.v::text, ', ' order by p.n) from (select q.v, row_number() over (order by ${order}) as n from ${valuesOf(rows)} order by n limit ${param(longestList, 'int')}) as p)`
}

const listDistinct: Figure = (rows, field, scene) => {
  if (field.resultType !== 'multiChoice')
    return sql`(select string_agg(p.v, ', ' order by p.v collate "C") from (select distinct (q.v::text) collate "C" as v from ${valuesOf(rows)} order by v limit ${param(longestList, 'int')}) as p)`
  const options = param(
    scene.index.options(field).map(({ key }) => key),
    'text',
    true,
  )
  return sql`(select array_agg(p.v order by array_position(${options}, p.v)) from (select distinct q.v from ${valuesOf(rows)}) as p)`
}

const figures: { readonly [F in RollupField['function']]: Figure } = {
  count: (rows, field, scene) => aggregate(() => sql`count(*)`)(rows, field, scene),
  sum: aggregate((value) => sql`sum(${value})`, sql`0`),
  avg: aggregate((value) => sql`avg(${value})`),
  min: aggregate((value) => sql`min(${value})`),
  max: aggregate((value) => sql`max(${value})`),
  countDistinct: aggregate((value) => sql`count(distinct ${value})`),
  first: edge(false),
  last: edge(true),
  list,
  listDistinct,
}

/** How the fields of a row become SQL. */
export interface RowSql {
  column(row: SqlFragment, place: Place, path: readonly string[]): SqlFragment | undefined
  condition(row: SqlFragment, place: Place, condition: Expression): SqlFragment
}

interface Linked {
  /** Which rows are summed up. */
  readonly where: SqlFragment
  /** Their order by itself, and what tells those apart that are alike in an order of their values. */
  readonly order: SqlFragment
  readonly tie: SqlFragment
}

/** Rows of the record's own line items; those inside rows in the order of the rows around them, or those of one row. */
function ownRows(scene: SqlScene, place: Place, row: SqlFragment, alias: SqlFragment, owner: Place): Linked {
  if (owner.lineItems !== undefined) {
    const position = columnOfAlias(row, 'position')
    const where = sql`${columnOfAlias(row, rowAbove)} = ${columnOfAlias(alias, 'id')}`
    return { where, order: position, tie: position }
  }
  const where = sql`${columnOfAlias(row, 'parent')} = ${columnOfAlias(alias, 'id')}`
  const own = columnOfAlias(row, 'position')
  if (!isInRows(place)) return { where, order: own, tie: own }
  const outer = scene.alias()
  const around = sql`${tableOfScene(scene, tableAt(placeAround(place)))} ${outer}`
  const found = sql`select ${columnOfAlias(outer, 'position')} from ${around} where ${columnOfAlias(outer, 'id')} = ${columnOfAlias(row, rowAbove)}`
  const position = sql`array[(${found}), ${own}]`
  return { where, order: position, tie: position }
}

/** Records that a list of ids names, in its order. */
const named = (row: SqlFragment, ids: SqlFragment): Linked => {
  const [id, deleted] = [columnOfAlias(row, 'id'), columnOfAlias(row, 'deleted_at')]
  const position = sql`array_position(${ids}, ${id})`
  return { where: sql`${id} = any(${ids}) and ${deleted} is null`, order: position, tie: position }
}

/** Records that refer to this one, each by one relation or by a list of many. */
function referring(scene: SqlScene, row: SqlFragment, alias: SqlFragment, field: RollupField): Linked {
  const key = field.relation ?? ''
  const [id, own] = [columnOfAlias(row, 'id'), columnOfAlias(alias, 'id')]
  const links = tableOfScene(scene, linkTableOf(field.form, key))
  const isMany = scene.index.field({ form: field.form }, key)?.field.type === 'relations'
  const link = isMany
    ? sql`${id} = any(array(select parent from ${links} where target = ${own}))`
    : sql`${columnOfAlias(row, partColumn(key))} = ${own}`
  return {
    where: sql`${link} and ${columnOfAlias(row, 'deleted_at')} is null`,
    order: columnOfAlias(row, 'created_at'),
    tie: id,
  }
}

/** The value of a rollup for the record or row of an alias, or of what a list of `ids` names, from the rows as they are. */
export function rollupFigure(
  scene: SqlScene,
  alias: SqlFragment,
  { owner, field }: { readonly owner: Place; readonly field: RollupField },
  sqlOf: RowSql,
  ids?: SqlFragment,
): SqlFragment {
  const system = asSystem(scene)
  const row = system.alias()
  const place = rollupPlace(field)
  const column = (key: string) => sqlOf.column(row, place, [key])
  const linked =
    field.through !== undefined
      ? named(row, ids ?? columnOfAlias(alias, field.through))
      : field.lineItems !== undefined
        ? ownRows(system, place, row, alias, owner)
        : referring(system, row, alias, field)
  const rows: Rows = {
    from: sql`${tableOfScene(system, tableAt(place))} ${row}`,
    where: linked.where,
    filter: field.filter === undefined ? undefined : sqlOf.condition(row, place, field.filter),
    value: (field.field === undefined ? undefined : column(field.field)) ?? sql`null::numeric`,
    order: (field.orderBy === undefined ? undefined : column(field.orderBy.field)) ?? linked.order,
    tie: linked.tie,
  }
  return figures[field.function](rows, field, system)
}
