import { useRef, type PointerEvent } from 'react'
import type { GridPlace } from '../next-cell.ts'
import type { GridKeys } from '../use-grid-keys.ts'
import { isOfItself, placeOf } from './place-of.ts'

/** Mouse: a press stands on a cell, with Shift it selects up to there, a drag selects. */
export function useCellPointer(keys: GridKeys) {
  const began = useRef<GridPlace | null>(null)
  const onPointerDown = (event: PointerEvent) => {
    const place = placeOf(event.target)
    if (place === null || event.button !== 0 || event.pointerType === 'touch' || isOfItself(event.target))
      return
    if (event.shiftKey) return keys.select({ from: keys.block?.from ?? keys.place, to: place })
    began.current = place
    keys.select(null)
  }
  const onPointerMove = (event: PointerEvent) => {
    const from = began.current
    const to = from === null || event.buttons !== 1 ? null : placeOf(event.target)
    if (
      from !== null &&
      to !== null &&
      (to.row !== from.row || to.column !== from.column || keys.block !== null)
    )
      keys.select({ from, to })
  }
  const onPointerUp = () => {
    began.current = null
  }
  return { onPointerDown, onPointerMove, onPointerUp }
}
