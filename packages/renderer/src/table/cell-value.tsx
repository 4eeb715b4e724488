import type { RecordAnswer } from '@pipewright/contract'
import { viewOf } from '../controls/field-views.tsx'
import { isEmptyValue } from '../form/engine/is-empty-value.ts'
import { valueAt, type Column } from './column-of-path.ts'

export interface CellValueProps {
  readonly record: RecordAnswer
  readonly column: Column
}

/** The value of a record in a list; nothing where it is empty. */
export function CellValue({ record, column }: CellValueProps) {
  const value = valueAt(record, column.path)
  if (isEmptyValue(value)) return null
  const { Cell } = viewOf(column.field)
  return <Cell field={column.field} value={value} titles={record.titles} />
}
