import type { FormulaField } from '@pipewright/schemas'
import { ComputedControl } from './computed-value.tsx'
import type { FieldControl } from './field-control.ts'
import { NumericCell } from './plain-value.tsx'

export const formula: FieldControl<FormulaField> = {
  Control: ComputedControl,
  ReadOnly: NumericCell,
  Cell: NumericCell,
  align: 'end',
  width: 140,
}
