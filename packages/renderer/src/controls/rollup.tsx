import type { RollupField } from '@pipewright/schemas'
import { ComputedControl } from './computed-value.tsx'
import type { FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'

export const rollup: FieldControl<RollupField> = {
  Control: ComputedControl,
  ...fieldViews.rollup,
}
