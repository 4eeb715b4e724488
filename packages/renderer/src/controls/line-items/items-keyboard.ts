import type { ClipboardEvent, KeyboardEvent } from 'react'

export interface CellPlace {
  readonly row: number
  readonly column: string
}

/** The cell in which an event happened. */
export function cellOf(target: EventTarget): CellPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row][data-column]') : null
  return cell === null ? null : { row: Number(cell.dataset['row']), column: cell.dataset['column'] ?? '' }
}

/** Enter means "next row" except while an input method composes, a list is open, or a text has several lines. */
export function isRowEnter(event: KeyboardEvent): boolean {
  if (
    event.key !== 'Enter' ||
    event.nativeEvent.isComposing ||
    event.shiftKey ||
    event.ctrlKey ||
    event.metaKey
  )
    return false
  const target = event.target as HTMLElement
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLButtonElement) return false
  return target.getAttribute('aria-expanded') !== 'true'
}

const mostFrames = 12

/** Puts the cursor into a cell, after it has been drawn: a row far away is scrolled to first. */
export function focusCell(
  table: HTMLElement | null,
  place: CellPlace,
  scrollTo: (row: number) => void = () => undefined,
): void {
  const attempt = (left: number) =>
    requestAnimationFrame(() => {
      const cell = table?.querySelector(`[data-row="${place.row}"][data-column="${place.column}"]`)
      const box = cell?.querySelector<HTMLElement>('input, textarea, button, [tabindex]')
      if (box !== null && box !== undefined) return box.focus()
      scrollTo(place.row)
      if (left > 0) attempt(left - 1)
    })
  attempt(mostFrames)
}

export const pastedText = (event: ClipboardEvent): string => event.clipboardData.getData('text/plain')
