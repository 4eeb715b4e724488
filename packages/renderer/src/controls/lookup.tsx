import type { LookupField } from '@pipewright/schemas'
import { ComputedControl } from './computed-value.tsx'
import type { FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'

export const lookup: FieldControl<LookupField> = {
  Control: ComputedControl,
  ...fieldViews.lookup,
}
