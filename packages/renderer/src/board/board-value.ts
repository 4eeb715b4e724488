import type { JsonValue, RecordAnswer } from '@pipewright/contract'
import { isOther, otherMark } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { valueAt } from '../table/column-of-path.ts'

/** The column that a record stands in: its option, "true" or "false", the id it names; answers of one's own share one. */
export const columnOfRecord = (record: RecordAnswer, field: string): string | null =>
  columnOfValue(valueAt(record, field))

export function columnOfValue(value: JsonValue): string | null {
  if (isOther(value)) return otherMark
  if (typeof value === 'boolean') return String(value)
  return typeof value === 'string' ? value : null
}

/** What the field holds of the records of a column. */
export const valueOfColumn = (field: Field, column: string | null): JsonValue =>
  field.type === 'yesNo' && column !== null ? column === 'true' : column
