/** A row of a file as text; `row` as a spreadsheet counts it. */
export interface TableRow {
  readonly row: number
  readonly cells: readonly string[]
}

export const tableLimits = { rows: 100_000, columns: 1000 } as const

export const isBlank = ({ cells }: TableRow): boolean => cells.every((cell) => cell.trim() === '')
