import { partColumn, partsOf } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { columnOf } from './column-of.ts'
import type { Column } from './table-plan.ts'

/** The column that holds a value of several parts as a whole, in one line. */
export const textColumn = (field: Field): string => partColumn(`${field.key}.text`)

/** The column that holds a field's value as text. */
export const textColumnOf = (field: Field): string =>
  partsOf(field).length > 0 ? textColumn(field) : field.key

/** What the database keeps of the parts of a value, each in a typed column of its own. */
export function partColumns(field: Field): Column[] {
  const parts = partsOf(field)
  if (parts.length === 0) return []
  const columns = parts.map((part): Column => ({
    name: partColumn(part.key),
    type: columnOf(part)?.type ?? 'text',
    kind: 'calculated',
    generated: { column: field.key, part: part.key.slice(field.key.length + 1) },
  }))
  const text: Column = {
    name: textColumn(field),
    type: 'text',
    kind: 'calculated',
    generated: { column: field.key, part: 'text' },
  }
  return [...columns, text]
}
