import type { CalculatedField } from '@pipewright/metadata'
import { unreadable, type CellType } from '../cell-type.ts'

/** What was calculated looks like a field of the type of its result. */
export const result: CellType<CalculatedField> = {
  kind: 'text',
  importable: false,
  read: unreadable,
  write: (field, calculated, { cell, shown }) => cell(shown(field), calculated),
}
