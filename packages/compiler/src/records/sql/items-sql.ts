import { joinSql, param, sql, type SqlColumn, type SqlFragment } from '@pipewright/logic'
import type { Field } from '@pipewright/schemas'
import { rowFields } from '@pipewright/metadata'
import type { CompiledItems } from '../../app/compiled-form.ts'
import { columnSql } from './column-sql.ts'
import { jsonObjectSql } from './json-sql.ts'
import { columnOfAlias, tableOfScene, type SqlScene } from './sql-scene.ts'

const idField = rowFields.get('id')

/** Columns of the rows that this reader may see, with how they are read; the id always comes first. */
export function rowColumns(scene: SqlScene, row: SqlFragment, items: CompiledItems): [string, SqlColumn][] {
  const fields: (Field | undefined)[] = [idField, ...items.fields.values()]
  return fields.flatMap((field) => {
    const column = field && columnSql(scene, row, items.place, [field.key], true)
    return field === undefined || column === undefined ? [] : [[field.key, column] as [string, SqlColumn]]
  })
}

/** The rows of several records, one line per record. */
export function rowsOfSql(scene: SqlScene, items: CompiledItems, ids: readonly string[]): SqlFragment {
  const row = scene.alias()
  const object = jsonObjectSql(rowColumns(scene, row, items))
  const parent = columnOfAlias(row, 'parent')
  const parts = [
    sql`select ${param(items.field.key, 'text')} as field, ${parent} as parent,`,
    sql`jsonb_agg(${object} order by ${columnOfAlias(row, 'position')}) as rows`,
    sql`from ${tableOfScene(scene, items.table)} ${row}`,
    sql`where ${parent} = any(${param([...ids], 'uuid', true)}) group by ${parent}`,
  ]
  return joinSql(parts, sql` `)
}
