import type { PointerEvent as ReactPointerEvent } from 'react'

export interface PointerWay {
  /** How far the pointer is from where it began, what was scrolled meanwhile counted. */
  readonly onMove: (dx: number) => void
  /** It was let go; `moved` tells a drag from a click. */
  readonly onDrop: (moved: boolean) => void
  readonly onCancel: () => void
}

/** A hand trembles; less is a click. */
const leastWay = 4
/** So near to an edge what lies beyond it is scrolled to. */
const edge = 32
const edgeStep = 16

/** Whether a pointer begins a drag: on a touch screen it scrolls instead. */
export const mayDrag = ({ button, pointerType }: ReactPointerEvent): boolean =>
  button === 0 && pointerType !== 'touch'

function scrollAtEdge(scroller: HTMLElement, side: number, x: number): void {
  const { left, right } = scroller.getBoundingClientRect()
  if (x > right - edge) scroller.scrollLeft += edgeStep
  else if (x < left + side + edge) scroller.scrollLeft -= edgeStep
}

/** Follows the pointer until it is let go or Escape takes the drag back. */
export function followPointer(
  { currentTarget, pointerId, clientX }: ReactPointerEvent<HTMLElement>,
  { scroller, side }: { readonly scroller: HTMLElement; readonly side: number },
  way: PointerWay,
): void {
  const begin = clientX + scroller.scrollLeft
  const stop = new AbortController()
  const { signal } = stop
  let moved = false
  const end = (finish: () => void) => {
    stop.abort()
    finish()
  }
  const handle: HTMLElement = currentTarget
  handle.setPointerCapture(pointerId)
  handle.addEventListener(
    'pointermove',
    (event: PointerEvent) => {
      moved ||= Math.abs(event.clientX - clientX) >= leastWay
      if (!moved) return
      scrollAtEdge(scroller, side, event.clientX)
      way.onMove(event.clientX + scroller.scrollLeft - begin)
    },
    { signal },
  )
  handle.addEventListener('pointerup', () => end(() => way.onDrop(moved)), { signal })
  handle.addEventListener('pointercancel', () => end(way.onCancel), { signal })
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      end(way.onCancel)
    },
    { signal, capture: true },
  )
}
