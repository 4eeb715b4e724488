import type { AutoNumberField } from '@pipewright/schemas'
import { browserDay, exampleNumber } from './example-number.ts'
import { InputSketch } from './input-sketch.tsx'
import type { SketchProps } from './sketch.ts'

export const AutoNumberSketch = ({ field }: SketchProps<AutoNumberField>) => (
  <InputSketch placeholder={exampleNumber(field, browserDay())} icon="hash" />
)
