import type { PercentField } from '@pipewright/schemas'
import type { FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { FigureInput } from './figure-input.tsx'

export const percent: FieldControl<PercentField> = {
  // The scale is that of storage; 20% is not blown up to 20.00%.
  Control: (props) => <FigureInput {...props} scale={0} suffix="%" />,
  ...fieldViews.percent,
}
