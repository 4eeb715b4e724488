import type { NumberField, PercentField } from '@pipewright/schemas'
import { asText } from './control-attributes.ts'
import type { ValueProps } from './field-control.ts'
import { NumericCell } from './plain-value.tsx'

/** A number as digits, with a bar before them where it tells a progress. */
export function FigureValue(props: ValueProps<NumberField | PercentField>) {
  const { display, min = '0', max = '100' } = props.field
  if (display !== 'progress') return <NumericCell {...props} />
  const from = Number(min)
  return (
    <span className="pw-progress">
      <progress aria-hidden="true" max={Number(max) - from} value={Number(asText(props.value)) - from} />
      <NumericCell {...props} />
    </span>
  )
}
