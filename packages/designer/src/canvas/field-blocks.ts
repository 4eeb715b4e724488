/** A field or element on the canvas: where it stands in its section and how many columns it takes. */
export interface PlacedField {
  readonly field: string
  readonly position: number
  readonly span: number
}

/** Fields that are drawn together, or not at all while they are far from what is on the screen. */
export interface FieldBlock {
  readonly fields: readonly PlacedField[]
  /** Rows it takes at full width. */
  readonly rows: number
}

/**
 * Cuts a section into blocks of whole rows, so that it looks as if it was one grid: a field begins a new row when the
 * columns that are left do not hold it, as in CSS grid.
 */
export function fieldBlocks(
  fields: readonly PlacedField[],
  columns: number,
  rowsOfBlock: number,
): readonly FieldBlock[] {
  const blocks: { fields: PlacedField[]; rows: number }[] = []
  let left = 0
  for (const placed of fields) {
    let block = blocks.at(-1)
    if (block === undefined || placed.span > left) {
      if (block === undefined || block.rows === rowsOfBlock) {
        block = { fields: [], rows: 0 }
        blocks.push(block)
      }
      block.rows += 1
      left = columns
    }
    block.fields.push(placed)
    left -= placed.span
  }
  return blocks
}
