import type { Field } from '@pipewright/schemas'
import { recordIdField } from '@pipewright/metadata'
import { param, sql, type SqlFragment } from '@pipewright/logic'
import { mayReadField } from '../rights/readable.ts'
import { columnSql } from '../records/sql/column-sql.ts'
import { columnOfAlias } from '../records/sql/sql-scene.ts'
import { readForm, type ReadScene } from '../records/read/read-scene.ts'
import { fromForm } from '../records/read/record-select.ts'
import { whereSql } from '../records/read/where.ts'
import { foldWords } from './fold-words.ts'
import { readNumber } from './read-number.ts'

const byText = new Set<Field['type']>(['text', 'autoNumber', 'email', 'phone', 'url'])

/** Whether related records can be found by a field: short texts and numbers that this reader may read. */
export function isMatchField(scene: ReadScene, form: string, key: string): boolean {
  const reading = readForm(scene, form)
  const field = reading?.form.fields.get(key)
  if (reading === undefined || field === undefined || !mayReadField(reading.rights, key)) return false
  return byText.has(field.type) || field.type === 'number'
}

/** Whether rows of a file can name the records of a form by this: its match fields, and the id. */
export const isRowKey = (scene: ReadScene, form: string, key: string): boolean =>
  key === recordIdField.key ? readForm(scene, form) !== undefined : isMatchField(scene, form, key)

/** How texts and values of a match field are compared; "" is nothing. */
export const matchText = (field: Field, text: string): string =>
  field.type === 'number' ? (readNumber(text, '.') ?? '') : foldWords(text)

/** The column of a match field among the records that the reader may see. */
function matchColumn(scene: ReadScene, form: string, key: string) {
  const reading = readForm(scene, form)
  const field = reading?.form.fields.get(key)
  if (reading === undefined || field === undefined || !isMatchField(scene, form, key)) return undefined
  const column = columnSql(reading.sql, reading.base, reading.form.place, [key])
  const where = whereSql(reading, {})
  if (column === undefined || !where.ok) return undefined
  return {
    field,
    column: column.sql,
    id: columnOfAlias(reading.base, 'id'),
    from: fromForm(reading),
    where: where.sql,
  }
}

/**
 * Records that the reader may see, by the values of one field as `matchText` makes them: `id`, `value`. In the words of
 * the index that keeps a field unique, so that it serves.
 */
export function planFind(
  scene: ReadScene,
  form: string,
  key: string,
  texts: readonly string[],
): SqlFragment | undefined {
  const found = matchColumn(scene, form, key)
  if (found === undefined) return undefined
  const { field, column, id, from, where } = found
  const isNumber = field.type === 'number'
  const wanted = param(
    texts.filter((text) => text !== ''),
    isNumber ? 'numeric' : 'text',
    true,
  )
  const compared = isNumber ? column : sql`lower(normalize(${column}, nfkc))`
  return sql`select ${id} as id, (${column})::text as value from ${from} where ${where} and ${compared} = any(${wanted})`
}

/** Which of these ids are those of records that the reader may see: `id`. */
export function planFindIds(scene: ReadScene, form: string, ids: readonly string[]): SqlFragment | undefined {
  const reading = readForm(scene, form)
  const where = reading === undefined ? undefined : whereSql(reading, {})
  if (reading === undefined || where?.ok !== true) return undefined
  const id = columnOfAlias(reading.base, 'id')
  return sql`select ${id} as id from ${fromForm(reading)} where ${where.sql} and ${id} = any(${param(ids, 'uuid', true)})`
}

/** Values of one field that several records have which the reader may see: `value`. */
export function planSharedValues(scene: ReadScene, form: string, key: string): SqlFragment | undefined {
  const found = matchColumn(scene, form, key)
  if (found === undefined) return undefined
  const { column, from, where } = found
  return sql`select (${column})::text as value from ${from} where ${where} and ${column} is not null group by 1 having count(*) > 1`
}
