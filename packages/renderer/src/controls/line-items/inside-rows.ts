import type { JsonValue } from '@pipewright/contract'
import type { ItemsTable } from '@pipewright/contract'
import { asRows, type ItemRow, type KeyedRows } from './row-changes.ts'

/** The rows that a table of rows inside rows speaks of. */
export interface RowsAround {
  /** Heads the column with their numbers. */
  readonly header: string
  readonly count: number
}

/** The column that says in which row each line stands; below 0 where the table has none. */
export const numberColumn = ({ header }: Pick<ItemsTable, 'header'>, around: RowsAround): number =>
  header.findIndex((name) => name.trim().toLowerCase() === around.header.toLowerCase())

/** Places of the rows around, line by line; undefined where there is no such row. */
export function placesIn(
  { rows }: Pick<ItemsTable, 'rows'>,
  column: number,
  { count }: RowsAround,
): (number | undefined)[] {
  return rows.map((cells) => {
    const number = Number((cells[column] ?? '').trim() || 'none')
    return Number.isInteger(number) && number >= 1 && number <= count ? number - 1 : undefined
  })
}

/** Puts rows inside the rows they belong to: behind those that are there, or in place of all of them. */
export function fillInside(
  state: KeyedRows,
  column: string,
  lines: readonly { readonly at: number; readonly row: ItemRow }[],
  replace: boolean,
): KeyedRows {
  const byRow = Map.groupBy(lines, ({ at }) => at)
  const rows = state.rows.map((row, at) => {
    const added = (byRow.get(at) ?? []).map((line) => line.row)
    if (added.length === 0 && !replace) return row
    const kept = replace ? [] : asRows(row[column] ?? null)
    return { ...row, [column]: [...kept, ...added] as JsonValue }
  })
  return { ...state, rows }
}
