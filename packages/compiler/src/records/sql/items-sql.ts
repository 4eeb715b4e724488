import { ANY, joinSql, param, sql, type SqlColumn, type SqlFragment } from '@pipewright/logic'
import type { Field } from '@pipewright/schemas'
import { isInRows, rowFields } from '@pipewright/metadata'
import type { CompiledForm, CompiledItems } from '../../app/compiled-form.ts'
import { mayReadField, readableForm } from '../../rights/readable.ts'
import { rowAbove } from '../../tables/system-columns.ts'
import { columnSql } from './column-sql.ts'
import { jsonObjectSql } from './json-sql.ts'
import { columnOfAlias, tableOfScene, type SqlScene } from './sql-scene.ts'

const idField = rowFields.get('id')

/** What is laid beside the columns of a row in JSON. */
type Beside = (scene: SqlScene, items: CompiledItems, columns: readonly [string, SqlColumn][]) => SqlFragment

const nothing: Beside = () => sql``

const mayRead = ({ rights }: SqlScene, { place, path }: CompiledItems): boolean => {
  const own = rights === null ? null : readableForm(rights, place.form)
  return own === null || (own !== undefined && mayReadField(own, path))
}

/** Columns of the rows that this reader may see, with how they are read; the id always comes first. */
export function rowColumns(scene: SqlScene, row: SqlFragment, items: CompiledItems): [string, SqlColumn][] {
  const fields: (Field | undefined)[] = [idField, ...items.fields.values()]
  return fields.flatMap((field) => {
    const column = field && columnSql(scene, row, items.place, [field.key], true)
    return field === undefined || column === undefined ? [] : [[field.key, column] as [string, SqlColumn]]
  })
}

/** A row in JSON, with the rows inside it. */
function rowJson(scene: SqlScene, row: SqlFragment, items: CompiledItems, beside: Beside): SqlFragment {
  const columns = rowColumns(scene, row, items)
  const inner = items.inner
    .filter((each) => mayRead(scene, each))
    .map((each): [string, SqlColumn] => [
      each.field.key,
      { sql: rowsSql(scene, columnOfAlias(row, 'id'), each, beside), type: ANY },
    ])
  return sql`${jsonObjectSql([...columns, ...inner])}${beside(scene, items, columns)}`
}

/** The rows of a record, or of another row, as one JSON list in their order. */
export function rowsSql(
  scene: SqlScene,
  owner: SqlFragment,
  items: CompiledItems,
  beside: Beside = nothing,
): SqlFragment {
  const row = scene.alias()
  const column = columnOfAlias(row, isInRows(items.place) ? rowAbove : 'parent')
  return sql`(select coalesce(jsonb_agg(${rowJson(scene, row, items, beside)} order by ${columnOfAlias(row, 'position')}), '[]'::jsonb) from ${tableOfScene(scene, items.table)} ${row} where ${column} = ${owner})`
}

/** The rows of several records, one line per record. */
export function rowsOfSql(scene: SqlScene, items: CompiledItems, ids: readonly string[]): SqlFragment {
  const row = scene.alias()
  const object = rowJson(scene, row, items, nothing)
  const parent = columnOfAlias(row, 'parent')
  const parts = [
    sql`select ${param(items.field.key, 'text')} as field, ${parent} as parent,`,
    sql`jsonb_agg(${object} order by ${columnOfAlias(row, 'position')}) as rows`,
    sql`from ${tableOfScene(scene, items.table)} ${row}`,
    sql`where ${parent} = any(${param([...ids], 'uuid', true)}) group by ${parent}`,
  ]
  return joinSql(parts, sql` `)
}

/** The rows inside the rows of a record, one list per row; undefined where the path ("items.parts") leads to none. */
export function innerRowsSql(
  scene: SqlScene,
  record: SqlFragment,
  form: CompiledForm,
  path: string,
): SqlFragment | undefined {
  const inner = form.allItems.find((items) => items.path === path && isInRows(items.place))
  const outer = form.items.find((items) => inner !== undefined && items.inner.includes(inner))
  if (inner === undefined || outer === undefined) return undefined
  const row = scene.alias()
  const rows = rowsSql(scene, columnOfAlias(row, 'id'), inner)
  const parent = sql`${columnOfAlias(row, 'parent')} = ${columnOfAlias(record, 'id')}`
  return sql`(select coalesce(jsonb_agg(${rows} order by ${columnOfAlias(row, 'position')}), '[]'::jsonb) from ${tableOfScene(scene, outer.table)} ${row} where ${parent})`
}
