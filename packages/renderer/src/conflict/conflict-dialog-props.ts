import type { Problem, RecordAnswer, Values } from '@pipewright/contract'
import type { Titles } from '../controls/field-control.ts'

export interface ConflictDialogProps {
  readonly form: string
  /** The record as it was opened. */
  readonly base: Values
  /** What was typed: only changed fields. */
  readonly mine: Values
  readonly titles: Titles
  /** The record as it stands now. */
  readonly theirs: RecordAnswer
  /** The changes to save on top of `theirs`. */
  readonly onMerge: (values: Values, version: number) => void
  readonly onCancel: () => void
  /** What was decided is being saved. */
  readonly busy?: boolean
  /** What saving it met; null when the server was not reached. */
  readonly failed?: Problem | null
}
