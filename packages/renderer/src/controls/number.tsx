import { localize } from '@pipewright/metadata'
import type { NumberField } from '@pipewright/schemas'
import { useRenderer } from '../environment/use-renderer.ts'
import type { ControlProps, FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { FigureInput } from './figure-input.tsx'

function NumberControl(props: ControlProps<NumberField>) {
  const { locale } = useRenderer()
  const unit = localize(props.field.unit, locale)
  return <FigureInput {...props} scale={props.field.scale ?? 2} suffix={unit === '' ? undefined : unit} />
}

export const number: FieldControl<NumberField> = {
  Control: NumberControl,
  ...fieldViews.number,
}
