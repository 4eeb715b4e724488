import type { JsonValue } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import type { Operand } from './filter-operator.ts'

/** One value of a condition, steered from outside. */
export interface ValueEditorProps {
  readonly id: string
  readonly label: string
  readonly field: Field
  readonly operand: Operand
  readonly value: JsonValue
  readonly onChange: (value: JsonValue) => void
}
