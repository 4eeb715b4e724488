import type { Issue, Start } from '@pipewright/compiler'
import type { RecordProblem } from './outcome.ts'

export interface NewRecord {
  /** As sent: checked here. */
  readonly values: unknown
  /** The record it came from: whose page, list or form it was made in. */
  readonly from?: { readonly form: string; readonly id: string }
  /** Filled in before it is checked. */
  readonly start?: Start
  /** Another member than the actor; needs the right to make records of that member. */
  readonly owner?: string
  /** A given id, so that records may refer to one another before they are made. */
  readonly id?: string
  /** When and by whom it came to be, where that was not now: sample data that looks back. */
  readonly made?: { readonly at: string; readonly by: string }
}

/** Per record why it was refused, or what its rules want to be minded, by its place among the inputs. */
export type CreatedMany =
  | {
      readonly ok: true
      readonly ids: readonly string[]
      readonly warnings: readonly (readonly Issue[])[]
    }
  | {
      readonly ok: false
      readonly refused: readonly { readonly index: number; readonly problem: RecordProblem }[]
    }
