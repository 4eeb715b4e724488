import type { LineItemsField } from '@pipewright/schemas'
import type { FieldControl } from './field-control.ts'
import type { FieldControls } from './field-controls.ts'
import { fieldViews } from './field-views.tsx'
import { lateControl } from './late-control.tsx'

/** Line items draw their columns with the other entries of the registry, so they are handed it. */
export const lineItemsWith = (controls: () => FieldControls): FieldControl<LineItemsField> => ({
  ...lateControl<LineItemsField>(async () =>
    (await import('./line-items/drawn-line-items.tsx')).drawnLineItems(controls),
  ),
  ...fieldViews.lineItems,
})
