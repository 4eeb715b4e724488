import type { GridPlace } from '../next-cell.ts'

/** The cell that an element lies in. */
export function placeOf(target: EventTarget | null): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
  const [row, column] = (cell?.dataset['cell'] ?? '').split(':').map(Number)
  return row === undefined || column === undefined || Number.isNaN(column) ? null : { row, column }
}

export const cellAt = (grid: HTMLElement | null, { row, column }: GridPlace): HTMLElement | null =>
  grid?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`) ?? null

/** Puts the focus on a cell once it is drawn. */
export const focusCell = (grid: HTMLElement | null, place: GridPlace): void => {
  requestAnimationFrame(() => cellAt(grid, place)?.focus())
}

const acting = 'a, button, input, label'

/** Whether a press on it means the link or button itself, not the cell. */
export const isOfItself = (target: EventTarget): boolean =>
  target instanceof Element && target.closest(acting) !== null
