import type { Board } from '@pipewright/contract'
import type { ReactNode } from 'react'
import type { RecordBoardProps } from '../record-board-props.ts'

/** The cards of one lane, as far as they are here. */
export interface LaneContent {
  readonly board: Board | undefined
  readonly failed: boolean
  readonly retry: () => void
  readonly onMore: (column: string | null) => void
}

export interface LaneBoardProps extends Omit<RecordBoardProps, 'board' | 'onMore'> {
  /** Field whose values are the lanes. */
  readonly lanes: string
  /** Figures of the columns over all lanes, without cards. */
  readonly columnHeads: Board | undefined
  /** Figures of the lanes, without cards. */
  readonly laneHeads: Board | undefined
  /** Fetches the cards of a lane while it is in sight, and hands them to `draw`. */
  readonly renderLane: (lane: string | null, draw: (content: LaneContent) => ReactNode) => ReactNode
  /** Shows the lanes that are left out, of which there are `laneHeads.left`. */
  readonly onMoreLanes: (() => void) | undefined
  readonly foldedLanes: ReadonlySet<string>
  readonly onFoldLane: (lane: string, folded: boolean) => void
}
