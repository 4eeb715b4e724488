import type { FormulaField } from '@pipewright/schemas'
import { ComputedControl } from './computed-value.tsx'
import type { FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'

export const formula: FieldControl<FormulaField> = {
  Control: ComputedControl,
  ...fieldViews.formula,
}
