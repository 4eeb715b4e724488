import type { AutoNumberField } from '@pipewright/schemas'
import { unreadable, type CellType } from '../cell-type.ts'

export const autoNumber: CellType<AutoNumberField> = {
  kind: 'text',
  importable: false,
  read: unreadable,
  write: (_field, number) => String(number),
}
