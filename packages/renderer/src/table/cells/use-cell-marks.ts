import { useLayoutEffect, type RefObject } from 'react'
import { isInBox, type Box } from './block.ts'
import { cellAt } from './place-of.ts'

function layHandle(scroller: HTMLElement, handle: HTMLElement, box: Box | null): void {
  const cell = box === null ? null : cellAt(scroller, { row: box.bottom, column: box.right })
  handle.hidden = cell === null
  if (cell === null) return
  const [inner, outer] = [cell.getBoundingClientRect(), scroller.getBoundingClientRect()]
  handle.style.left = `${inner.right - outer.left + scroller.scrollLeft - 5}px`
  handle.style.top = `${inner.bottom - outer.top + scroller.scrollTop - 5}px`
}

/**
 * Marks the selected cells and lays the handle at their corner. That is done from outside, so that rows, of which there
 * are many, are not drawn again for every cell that a drag comes over.
 */
export function useCellMarks(
  scroller: RefObject<HTMLElement | null>,
  marked: Box | null,
  filled: Box | null,
  handle: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => {
    const grid = scroller.current
    if (grid === null) return
    for (const cell of grid.querySelectorAll<HTMLElement>('[data-cell]')) {
      const [row = -1, column = -1] = (cell.dataset['cell'] ?? '').split(':').map(Number)
      if (marked !== null && isInBox(marked, { row, column })) cell.dataset['inBlock'] = ''
      else delete cell.dataset['inBlock']
    }
    if (handle.current !== null) layHandle(grid, handle.current, filled)
  })
}
