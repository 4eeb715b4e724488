import { placeAround, type Place } from '@pipewright/metadata'
import { sql, type SqlColumn, type SqlFragment, type SqlList } from '@pipewright/logic'
import { rowAbove } from '../../tables/system-columns.ts'
import { tableAt } from '../../tables/table-names.ts'
import { columnOfAlias, tableOfScene, type SqlScene } from './sql-scene.ts'

type Around = '$parent' | '$record'

/** Reads a path as seen from the row of an alias. */
type Read<T> = (scene: SqlScene, alias: SqlFragment, place: Place, path: readonly string[]) => T | undefined

export const isAround = (name: string): name is Around => name === '$parent' || name === '$record'

/** The row or record around a row inside rows, and the column that names it. */
function around(place: Place, name: Around): { readonly place: Place; readonly column: string } {
  return name === '$parent'
    ? { place: placeAround(place), column: rowAbove }
    : { place: { form: place.form }, column: 'parent' }
}

/** One value of the row or record around a row inside rows. */
export function aroundSql(
  scene: SqlScene,
  alias: SqlFragment,
  at: Place,
  [name, ...path]: readonly string[],
  read: Read<SqlColumn>,
): SqlColumn | undefined {
  const { place, column } = around(at, name as Around)
  const row = scene.alias()
  const found = read(scene, row, place, path)
  if (found === undefined) return undefined
  const from = tableOfScene(scene, tableAt(place))
  return {
    sql: sql`(select ${found.sql} from ${from} ${row} where ${columnOfAlias(row, 'id')} = ${columnOfAlias(alias, column)})`,
    type: found.type,
  }
}

/** A path through the rows of the row or record around. */
export function aroundListSql(
  scene: SqlScene,
  alias: SqlFragment,
  at: Place,
  [name, ...path]: readonly string[],
  read: Read<SqlList>,
): SqlList | undefined {
  const { place, column } = around(at, name as Around)
  const row = scene.alias()
  const found = read(scene, row, place, path)
  if (found === undefined) return undefined
  const from = tableOfScene(scene, tableAt(place))
  return {
    from: sql`select l.v from ${from} ${row} cross join lateral (${numbered(found)}) as l where ${columnOfAlias(row, 'id')} = ${columnOfAlias(alias, column)}`,
    order: sql`order by l.n`,
    type: found.type,
  }
}

/** The values of a list with their places. */
export const numbered = ({ from, order }: SqlList): SqlFragment =>
  sql`select q.v, row_number() over () as n from (${from} ${order ?? sql``}) as q(v)`
