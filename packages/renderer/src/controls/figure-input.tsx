import { roundTo } from '@pipewright/logic'
import { scaleOf } from '@pipewright/metadata'
import type { NumberField, PercentField } from '@pipewright/schemas'
import { Slider } from 'antd'
import { asText } from './control-attributes.ts'
import { DecimalInput, type DecimalInputProps } from './decimal-input.tsx'
import type { ControlProps } from './field-control.ts'

export type FigureInputProps = ControlProps<NumberField | PercentField> &
  Pick<DecimalInputProps, 'scale' | 'suffix'>

/** Digits to type, with a slider beside them where the field shows one; the slider moves in steps, typing is exact. */
export function FigureInput(props: FigureInputProps) {
  const { field, value, label } = props
  const input = <DecimalInput {...props} />
  if (field.display !== 'slider') return input
  const { min = '0', max = '100' } = field
  const scale = scaleOf(field)
  const step = Number(field.step ?? (Number(max) - Number(min) > 1 ? 1 : 10 ** -scale))
  return (
    <div className="pw-slider">
      <Slider
        min={Number(min)}
        max={Number(max)}
        step={step}
        value={Number(asText(value) || min)}
        disabled={props.disabled ?? false}
        ariaLabelForHandle={label}
        tooltip={{ open: false }}
        onChange={(moved: number) => props.onChange(roundTo(moved.toFixed(scale), scale))}
      />
      {input}
    </div>
  )
}
