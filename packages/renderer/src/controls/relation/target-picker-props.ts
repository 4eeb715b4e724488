import type { AnyRelationField } from '@pipewright/schemas'
import type { ReactNode } from 'react'
import type { ControlProps } from '../field-control.ts'
import type { TargetPicking } from './use-target-picking.tsx'

export interface TargetPickerProps {
  readonly control: ControlProps<AnyRelationField>
  readonly picking: TargetPicking
  /** What is picked, `account:0193…`. */
  readonly value: string | null
  /** The picked record as it is shown, with its form. */
  readonly shown: ReactNode
  /** The same as text. */
  readonly said: string
  readonly onClear: () => void
}
