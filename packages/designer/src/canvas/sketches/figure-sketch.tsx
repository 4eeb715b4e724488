import type { NumberField, PercentField } from '@pipewright/schemas'
import { Progress, Slider } from 'antd'
import { InputSketch } from './input-sketch.tsx'
import { literalDefault } from './literal-default.ts'

export interface FigureSketchProps {
  readonly field: NumberField | PercentField
  readonly suffix: string | undefined
}

/** Digits, a slider or a bar, as the field is shown. */
export function FigureSketch({ field, suffix }: FigureSketchProps) {
  const { display = 'plain', min = '0', max = '100' } = field
  const value = literalDefault(field)
  const from = Number(min)
  const at = value === undefined || value === '' ? from + (Number(max) - from) * 0.4 : Number(value)
  if (display === 'slider')
    return <Slider min={from} max={Number(max)} value={at} tooltip={{ open: false }} tabIndex={-1} />
  if (display === 'progress')
    return <Progress percent={((at - from) / (Number(max) - from)) * 100} showInfo={false} />
  return <InputSketch {...(value === undefined ? {} : { value })} suffix={suffix} />
}
