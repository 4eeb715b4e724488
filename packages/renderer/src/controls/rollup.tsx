import type { RollupField } from '@pipewright/schemas'
import { ComputedControl } from './computed-value.tsx'
import type { FieldControl } from './field-control.ts'
import { NumericCell } from './plain-value.tsx'

export const rollup: FieldControl<RollupField> = {
  Control: ComputedControl,
  ReadOnly: NumericCell,
  Cell: NumericCell,
  align: 'end',
  width: 140,
}
