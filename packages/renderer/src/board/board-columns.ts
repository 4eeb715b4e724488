import type { Board, JsonValue, RecordAnswer } from '@pipewright/contract'
import { columnOfRecord } from './board-value.ts'
import { addDecimals, parseDecimal } from '@pipewright/logic'

type BoardColumn = Board['columns'][number]

const signed = (value: string, add: boolean): string =>
  add ? value : value.startsWith('-') ? value.slice(1) : `-${value}`

/** A field, or a part of one. */
function valueAt({ values }: RecordAnswer, path: string) {
  const [key = '', part] = path.split('.')
  const value = values[key]
  if (part === undefined) return value
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value[part] : undefined
}

/** A column with a card more, or without one. */
export function shifted(column: BoardColumn, record: RecordAnswer, add: boolean): BoardColumn {
  const rows = add ? [record, ...column.rows] : column.rows.filter((row) => row.id !== record.id)
  const sums = Object.fromEntries(
    Object.entries(column.sums).map(([key, sum]) => {
      const value = valueAt(record, key)
      const usable = typeof value === 'string' && parseDecimal(value) !== null
      return [key, usable ? addDecimals(sum ?? '0', signed(value, add)) : sum]
    }),
  )
  return { ...column, rows, sums, count: column.count + (add ? 1 : -1) }
}

/**
 * The board as it looks once a card has moved: counts and exact sums follow. A board that was asked for after the move was
 * saved has it already.
 */
export function moveCard(
  board: Board,
  field: string,
  record: RecordAnswer,
  { column: to, value }: { readonly column: string | null; readonly value: JsonValue },
): Board {
  const from = columnOfRecord(record, field)
  const isThere = board.columns.some(
    ({ value, rows }) => value === from && rows.some(({ id }) => id === record.id),
  )
  if (from === to || !isThere) return board
  const moved: RecordAnswer = { ...record, values: { ...record.values, [field]: value } }
  const columns = board.columns.map((column) => {
    if (column.value === from) return shifted(column, record, false)
    return column.value === to ? shifted(column, moved, true) : column
  })
  return { ...board, columns }
}
