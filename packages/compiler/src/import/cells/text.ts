import type { TextField } from '@pipewright/schemas'
import { value, wrong, type CellType } from '../cell-type.ts'

/** What a spreadsheet makes of a long number; the digits behind it are lost. */
const scientific = /^\d(?:\.\d+)?E\+\d{2,}$/i

export const text: CellType<TextField> = {
  kind: 'text',
  importable: true,
  read: (field, cell) =>
    field.unique === true && scientific.test(cell.trim()) ? wrong('scientific') : value(cell),
  write: (_field, own) => String(own),
}
