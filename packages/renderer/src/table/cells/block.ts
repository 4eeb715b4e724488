import type { GridPlace } from '../next-cell.ts'

/** Selected cells, from where the selection began to where it ends. */
export interface Block {
  readonly from: GridPlace
  readonly to: GridPlace
}

export interface Box {
  readonly top: number
  readonly left: number
  /** The last row and column in it. */
  readonly bottom: number
  readonly right: number
}

export const boxOf = ({ from, to }: Block): Box => ({
  top: Math.min(from.row, to.row),
  left: Math.min(from.column, to.column),
  bottom: Math.max(from.row, to.row),
  right: Math.max(from.column, to.column),
})

export const isInBox = (box: Box, { row, column }: GridPlace): boolean =>
  row >= box.top && row <= box.bottom && column >= box.left && column <= box.right

export const sizeOf = ({
  top,
  left,
  bottom,
  right,
}: Box): { readonly rows: number; readonly columns: number } => ({
  rows: bottom - top + 1,
  columns: right - left + 1,
})

/** A block that was copied, laid over a box: one value into all of it, a block as often as it fits, else as it is. */
export function tile<T>(copied: readonly (readonly T[])[], box: Box): readonly (readonly T[])[] {
  const height = copied.length
  const width = Math.max(0, ...copied.map((row) => row.length))
  if (height === 0 || width === 0) return []
  const { rows, columns } = sizeOf(box)
  const high = rows % height === 0 ? rows : height
  const wide = columns % width === 0 ? columns : width
  return Array.from({ length: high }, (_, row) => {
    const line = copied[row % height] ?? []
    return Array.from({ length: wide }, (__, column) => line[column % width]).filter(
      (cell): cell is T => cell !== undefined,
    )
  })
}
