import type { AutoNumberField } from '@pipewright/schemas'
import { exampleNumber } from './example-number.ts'
import { InputSketch } from './input-sketch.tsx'
import type { SketchProps } from './sketch.ts'

export const AutoNumberSketch = ({ field }: SketchProps<AutoNumberField>) => (
  <InputSketch placeholder={exampleNumber(field)} icon="hash" />
)
