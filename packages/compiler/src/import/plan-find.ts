import type { Field } from '@pipewright/schemas'
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

/** How a text is compared with the values of a match field. */
export const matchText = (field: Field, text: string): string =>
  field.type === 'number' ? (readNumber(text, '.') ?? '') : foldWords(text)

/**
 * Records that the reader may see, by the value of one field: `id`, `value`. `exact` compares as written, which an
 * index serves; otherwise case and width do not count. Two per value are enough to know that it is not one.
 */
export function planFind(
  scene: ReadScene,
  form: string,
  key: string,
  texts: readonly string[],
  exact: boolean,
): SqlFragment | undefined {
  const reading = readForm(scene, form)
  const field = reading?.form.fields.get(key)
  if (reading === undefined || field === undefined || !isMatchField(scene, form, key)) return undefined
  const column = columnSql(reading.sql, reading.base, reading.form.place, [key])
  const where = whereSql(reading, {})
  if (column === undefined || !where.ok) return undefined
  const id = columnOfAlias(reading.base, 'id')
  const wanted = param([...texts], field.type === 'number' && exact ? 'numeric' : 'text', true)
  const compared = exact ? column.sql : sql`lower(normalize(${column.sql}::text, NFKC))`
  return sql`select ${id} as id, (${column.sql})::text as value from ${fromForm(reading)} where ${where.sql} and ${compared} = any(${wanted})`
}
