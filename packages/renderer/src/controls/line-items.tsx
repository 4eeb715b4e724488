import type { LineItemsField } from '@pipewright/schemas'
import type { ControlProps, FieldControl } from './field-control.ts'
import type { FieldControls } from './field-controls.ts'
import { fieldViews } from './field-views.tsx'
import { InnerRows } from './line-items/inner-rows.tsx'
import { LineItemsControl } from './line-items/line-items-control.tsx'

/** Line items draw their columns with the other entries of the registry, so they are handed it. */
export const lineItemsWith = (controls: () => FieldControls): FieldControl<LineItemsField> => ({
  Control: (props) => {
    const whole = (own: ControlProps<LineItemsField>) => <LineItemsControl {...own} controls={controls()} />
    return props.compact === true ? <InnerRows control={props} whole={whole} /> : whole(props)
  },
  ...fieldViews.lineItems,
})
