import type { Board, RecordAnswer } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import type { CardsOfColumnProps } from '../board-column.tsx'
import type { Place } from '../place.ts'
import type { LaneBoardProps } from './lane-board-props.ts'
import type { LaneMove } from './lane-move.ts'

/** A column as all lanes show it. */
export interface LaneColumn {
  readonly value: string | null
  readonly title: string
  readonly color: string
  readonly folded: boolean
}

/** What every lane of a board needs. */
export interface LaneShared
  extends
    Pick<LaneBoardProps, 'renderLane' | 'onOpen'>,
    Pick<CardsOfColumnProps, 'staged' | 'cardColumns' | 'targets'> {
  readonly columns: readonly LaneColumn[]
  readonly sums: readonly Field[]
  readonly formLabel: string
  readonly pending: readonly LaneMove[]
  readonly onMove: (record: RecordAnswer, place: Place) => void
  readonly onTake: (record: RecordAnswer) => void
  /** A card was dropped in a lane, and in one of its columns unless that is undefined. */
  readonly onDropIn: (lane: string | null, column: string | null | undefined) => void
}

type BoardColumn = Board['columns'][number]

const noCards = (value: string | null): BoardColumn => ({ value, count: 0, sums: {}, rows: [] })

/** The columns of a lane in the order of the board, those without cards too. */
export const alignedColumns = (columns: readonly LaneColumn[], board: Board): readonly BoardColumn[] => {
  const of = new Map(board.columns.map((column) => [column.value, column]))
  return columns.map(({ value }) => of.get(value) ?? noCards(value))
}
