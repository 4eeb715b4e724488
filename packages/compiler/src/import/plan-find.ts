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

/** How texts and values of a match field are compared; "" is nothing. */
export const matchText = (field: Field, text: string): string =>
  field.type === 'number' ? (readNumber(text, '.') ?? '') : foldWords(text)

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
  const reading = readForm(scene, form)
  const field = reading?.form.fields.get(key)
  if (reading === undefined || field === undefined || !isMatchField(scene, form, key)) return undefined
  const column = columnSql(reading.sql, reading.base, reading.form.place, [key])
  const where = whereSql(reading, {})
  if (column === undefined || !where.ok) return undefined
  const id = columnOfAlias(reading.base, 'id')
  const isNumber = field.type === 'number'
  const wanted = param(
    texts.filter((text) => text !== ''),
    isNumber ? 'numeric' : 'text',
    true,
  )
  const compared = isNumber ? column.sql : sql`lower(normalize(${column.sql}, nfkc))`
  return sql`select ${id} as id, (${column.sql})::text as value from ${fromForm(reading)} where ${where.sql} and ${compared} = any(${wanted})`
}
