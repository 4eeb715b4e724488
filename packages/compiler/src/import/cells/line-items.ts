import type { LineItemsField } from '@pipewright/schemas'
import type { FieldValue, Row } from '../../records/value.ts'
import { unreadable, type CellType, type CellWriting } from '../cell-type.ts'

function rowText(field: LineItemsField, row: Row, { cell }: CellWriting): string {
  const cells = field.fields.map((column) => {
    const text = cell(column, (row[column.key] ?? null) as FieldValue)
    return column.type === 'lineItems' && text !== '' ? `(${text.replaceAll('\n', '; ')})` : text
  })
  return cells.filter((text) => text !== '').join(', ')
}

/** A line per row, with the rows inside it in brackets; rows are for reading only here. */
export const lineItems: CellType<LineItemsField> = {
  kind: 'text',
  importable: false,
  read: unreadable,
  write: (field, rows, writing) =>
    (rows as readonly Row[]).map((row) => rowText(field, row, writing)).join('\n'),
}
