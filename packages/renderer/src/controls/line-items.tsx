import type { LineItemsField } from '@pipewright/schemas'
import type { FieldControl } from './field-control.ts'
import type { FieldControls } from './field-controls.ts'
import { LineItemsControl } from './line-items/line-items-control.tsx'
import { LineItemsValue } from './line-items/line-items-value.tsx'
import { PlainCell } from './plain-value.tsx'

/** Line items draw their columns with the other entries of the registry, so they are handed it. */
export const lineItemsWith = (controls: () => FieldControls): FieldControl<LineItemsField> => ({
  Control: (props) => <LineItemsControl {...props} controls={controls()} />,
  ReadOnly: (props) => <LineItemsValue {...props} controls={controls()} />,
  Cell: PlainCell,
  align: 'start',
  width: 100,
  wide: true,
})
