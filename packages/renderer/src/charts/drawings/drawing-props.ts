import type { Expression } from '@pipewright/schemas'
import type { ChartModel } from '../chart-model.ts'

export interface DrawingProps {
  readonly model: ChartModel
  readonly height: number
  readonly onDrill: ((filter: Expression) => void) | undefined
}
