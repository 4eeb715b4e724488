import type { Board, RecordAnswer, Values } from '@pipewright/contract'
import { shifted } from '../board-columns.ts'
import { columnOfRecord, columnOfValue } from '../board-value.ts'

type BoardColumn = Board['columns'][number]

/** What the move of a card does to what is shown of a board with lanes, until it is saved and asked for anew. */
export interface LaneMove {
  /** The heads of the columns (or of the lanes), unless they were asked for since. */
  heads(shown: Board, asked: Board): Board
  /** One lane with its cards. */
  lane(shown: Board, lane: string | null): Board
}

interface MoveOfCard {
  readonly record: RecordAnswer
  readonly values: Values
  /** Fields whose values are the columns and the lanes. */
  readonly field: string
  readonly lanes: string
  /** The heads that were shown when it began. */
  readonly columnHeads: Board
  readonly laneHeads: Board
}

const holds = ({ rows }: BoardColumn, { id }: RecordAnswer) => rows.some((row) => row.id === id)

const changed = (
  board: Board,
  value: string | null,
  change: (column: BoardColumn) => BoardColumn,
): Board => ({
  ...board,
  columns: board.columns.map((column) => (column.value === value ? change(column) : column)),
})

function taken(board: Board, from: string | null, record: RecordAnswer): Board {
  const isThere = board.columns.some((column) => column.value === from && holds(column, record))
  return isThere ? changed(board, from, (column) => shifted(column, record, false)) : board
}

function put(board: Board, to: string | null, record: RecordAnswer): Board {
  if (board.columns.some((column) => holds(column, record))) return board
  const isThere = board.columns.some(({ value }) => value === to)
  const open: Board = isThere
    ? board
    : { ...board, columns: [...board.columns, { value: to, count: 0, sums: {}, rows: [] }] }
  return changed(open, to, (column) => shifted(column, record, true))
}

export function laneMove(move: MoveOfCard): LaneMove {
  const { record, values, field, lanes, columnHeads, laneHeads } = move
  const goal = (key: string) =>
    values[key] === undefined ? columnOfRecord(record, key) : columnOfValue(values[key])
  const [from, to] = [columnOfRecord(record, field), goal(field)]
  const [fromLane, toLane] = [columnOfRecord(record, lanes), goal(lanes)]
  const moved: RecordAnswer = { ...record, values: { ...record.values, ...values } }
  const shiftHeads = (shown: Board, before: string | null, after: string | null) =>
    before === after
      ? shown
      : changed(
          changed(shown, before, (head) => ({ ...shifted(head, record, false), rows: [] })),
          after,
          (head) => ({ ...shifted(head, moved, true), rows: [] }),
        )
  return {
    heads: (shown, asked) => {
      if (asked === columnHeads) return shiftHeads(shown, from, to)
      return asked === laneHeads ? shiftHeads(shown, fromLane, toLane) : shown
    },
    lane: (shown, lane) => {
      if (from === to && fromLane === toLane) return shown
      const without = lane === fromLane ? taken(shown, from, record) : shown
      return lane === toLane ? put(without, to, moved) : without
    },
  }
}
