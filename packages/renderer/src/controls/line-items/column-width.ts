import type { FieldControl } from '../field-control.ts'

/**
 * Least width of a column in pixels: what a row is about and figures stay whole, other words are cut, so that the totals at the
 * end stay in sight on a usual screen.
 */
export function columnWidth(
  { width, align }: Pick<FieldControl, 'width' | 'align'>,
  position: number,
): number {
  if (position === 0) return Math.min(width, 220)
  return Math.min(width, align === 'end' ? 200 : 116)
}
