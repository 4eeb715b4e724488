import type { Cause, Outcome, RecordProblem } from '../../records/outcome.ts'
import type { Changer } from './changed-by.ts'
import type { UndoneEvent } from './events-of-set.ts'

/**
 * Why something was left as it is: somebody changed it since, one may not write it, it is not kept what it was, or the
 * record is deleted.
 */
export type LeftReason = 'changed' | 'no-right' | 'unknown' | 'deleted'

export interface Left {
  /** Null: the record as a whole. */
  readonly field: string | null
  readonly reason: LeftReason
  readonly by: Changer | null
}

/** What was left alone in another record than that of the line. */
export interface LeftAt extends Left {
  readonly at?: { readonly form: string; readonly record: string }
}

export type EventUndone =
  | Outcome<{
      /** Whether something was put back. */
      readonly done: boolean
      readonly left: readonly LeftAt[]
      /** Lines of other records that were taken back with it. */
      readonly also?: readonly UndoneEvent[]
    }>
  /** Nothing of it is put back for what would be left alone. */
  | { readonly ok: false; readonly problem: RecordProblem; readonly left: readonly LeftAt[] }

export interface UndoneBy {
  /** The change that is taken back. */
  readonly set: string
  readonly cause: Cause
  /** Fields that were refused when this was tried before. */
  readonly without: ReadonlySet<string>
}
