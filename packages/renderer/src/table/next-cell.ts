export interface GridPlace {
  readonly row: number
  readonly column: number
}

export interface GridSize {
  readonly rows: number
  readonly columns: number
  /** Rows on one screen. */
  readonly page: number
}

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))

/** Where a key leads in a grid; null for keys that do not move. */
export function nextCell(place: GridPlace, key: string, size: GridSize, jump: boolean): GridPlace | null {
  const moves: Readonly<Record<string, GridPlace>> = {
    ArrowDown: { row: place.row + 1, column: place.column },
    ArrowUp: { row: place.row - 1, column: place.column },
    ArrowRight: { row: place.row, column: place.column + 1 },
    ArrowLeft: { row: place.row, column: place.column - 1 },
    PageDown: { row: place.row + size.page, column: place.column },
    PageUp: { row: place.row - size.page, column: place.column },
    Home: { row: jump ? 0 : place.row, column: 0 },
    End: { row: jump ? size.rows - 1 : place.row, column: size.columns - 1 },
  }
  const next = moves[key]
  return next === undefined
    ? null
    : { row: within(next.row, size.rows), column: within(next.column, size.columns) }
}
