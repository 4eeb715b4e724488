import type { Field, FormulaField, RollupField } from '@pipewright/schemas'
import { unreadable, type CellType } from '../cell-type.ts'

/** What was calculated looks like a field of the type of its result. */
export const result: CellType<FormulaField | RollupField> = {
  kind: 'text',
  importable: false,
  read: unreadable,
  write: (field, calculated, { cell }) =>
    cell({ type: field.resultType, key: field.key, label: field.label } as Field, calculated),
}
