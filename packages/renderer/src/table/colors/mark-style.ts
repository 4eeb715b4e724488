import type { RowMark } from './row-mark.ts'

/** The quiet colour of a row, which the style sheet mixes with that of the table. */
export const markStyle = (mark: RowMark | undefined): object =>
  mark === undefined ? {} : { '--pw-mark': `var(--pw-${mark.color}-surface)` }
