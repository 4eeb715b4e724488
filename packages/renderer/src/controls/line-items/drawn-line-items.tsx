import type { LineItemsField } from '@pipewright/schemas'
import type { ComponentType } from 'react'
import type { ControlProps } from '../field-control.ts'
import type { FieldControls } from '../field-controls.ts'
import { InnerRows } from './inner-rows.tsx'
import { LineItemsControl } from './line-items-control.tsx'

/** Line items in a form, or, inside other ones, behind a button. */
export function drawnLineItems(controls: () => FieldControls): ComponentType<ControlProps<LineItemsField>> {
  return function LineItems(props) {
    const whole = (own: ControlProps<LineItemsField>) => <LineItemsControl {...own} controls={controls()} />
    return props.compact === true ? <InnerRows control={props} whole={whole} /> : whole(props)
  }
}
