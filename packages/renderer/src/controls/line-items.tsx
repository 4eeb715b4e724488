import type { LineItemsField } from '@pipewright/schemas'
import type { FieldControl } from './field-control.ts'
import type { FieldControls } from './field-controls.ts'
import { fieldViews } from './field-views.tsx'
import { LineItemsControl } from './line-items/line-items-control.tsx'

/** Line items draw their columns with the other entries of the registry, so they are handed it. */
export const lineItemsWith = (controls: () => FieldControls): FieldControl<LineItemsField> => ({
  Control: (props) => <LineItemsControl {...props} controls={controls()} />,
  ...fieldViews.lineItems,
})
