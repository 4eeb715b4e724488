import { mostRows } from '../records/values/line-items.ts'

interface Row {
  readonly row: number
  readonly cells: readonly string[]
}

/** Rows of a file that are one record: the first says what it is, each may hold a line. */
export interface RowGroup<R extends Row> {
  readonly head: R
  readonly rows: R[]
}

/** What tells whether a row belongs to the record of the rows above it, by columns of the file. */
export interface Grouping {
  /** Columns that fill fields of the record. */
  readonly own: readonly number[]
  /** Those that name the record; without any, all that is of the record is compared. */
  readonly keys: readonly number[]
  /** Columns that fill fields of lines. */
  readonly lines: readonly number[]
}

const textAt = ({ cells }: Row, column: number): string => (cells[column] ?? '').trim()

/**
 * Whether a row holds a further line of the record that the rows above it are: it says nothing of the record, or names
 * the same one, or says the same of it where neither has a name. A row without a line begins a record.
 */
export function isFurtherLine({ own, keys, lines }: Grouping, head: Row, row: Row): boolean {
  if (!lines.some((column) => textAt(row, column) !== '')) return false
  if (own.every((column) => textAt(row, column) === '')) return true
  const isNamed = keys.some((column) => textAt(head, column) !== '' || textAt(row, column) !== '')
  const compared = isNamed ? keys : own
  return (
    compared.some((column) => textAt(row, column) !== '') &&
    compared.every((column) => textAt(row, column) === textAt(head, column))
  )
}

/** Columns in which a further row says something else of the record than the first. */
export const contradictions = ({ own }: Grouping, head: Row, row: Row): number[] =>
  own.filter((column) => textAt(row, column) !== '' && textAt(row, column) !== textAt(head, column))

/** Adds rows to the records they are; of a record with far too many lines only the numbers of its rows are kept. */
export function groupRows<R extends Row>(
  grouping: Grouping,
  groups: RowGroup<R>[],
  rows: readonly R[],
): RowGroup<R>[] {
  for (const row of rows) {
    const last = groups.at(-1)
    if (last === undefined || !isFurtherLine(grouping, last.head, row))
      groups.push({ head: row, rows: [row] })
    else last.rows.push(last.rows.length > mostRows ? { ...row, cells: [] } : row)
  }
  return groups
}
