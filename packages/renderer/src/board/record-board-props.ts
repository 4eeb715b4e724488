import type { Board, RecordAnswer, Values } from '@pipewright/contract'
import type { ReactNode } from 'react'
import type { SaveRecord } from '../changes/use-changes.tsx'

export interface RecordBoardProps {
  readonly form: string
  readonly label: string
  /** Field whose values are the columns: a choice, yes or no, somebody, or a related record. */
  readonly field: string
  /** Fields on a card. */
  readonly columns: readonly string[]
  /** Fields summed in the head of a column. */
  readonly sums: readonly string[]
  readonly board: Board | undefined
  readonly loading: boolean
  /**
   * Saves the new option with whatever else had to be filled. The card moves at once and goes back when this rejects;
   * a ProblemError with field problems opens a small form with exactly these fields and then calls again.
   */
  readonly onMove: SaveRecord
  readonly onOpen: (record: RecordAnswer) => void
  /** Offers "new" at the foot of a column. */
  readonly onCreate?: (values: Values) => void
  /** Fetches further cards of a column; its count says how many there are. */
  readonly onMore?: (value: string | null) => void
  /** Shows columns that are left out, of which there are `board.left`; undefined where no more can be shown. */
  readonly onMoreColumns?: (() => void) | undefined
  /** Columns that are folded, and a way to fold and open them. */
  readonly folded?: ReadonlySet<string>
  readonly onFold?: (column: string, folded: boolean) => void
  readonly empty?: ReactNode
}
