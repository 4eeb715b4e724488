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

/** Which way leads to what lies beyond the edge that the pointer is at; 0 away from both. */
function wayAtEdge(scroller: HTMLElement, side: number, x: number): -1 | 0 | 1 {
  const { left, right } = scroller.getBoundingClientRect()
  if (x > right - edge) return 1
  return x < left + side + edge ? -1 : 0
}

/**
 * Follows the pointer until it is let go or Escape takes the drag back. It is heard by the window: what it began on may be
 * drawn anew, or no longer, meanwhile.
 */
export function followPointer(
  { currentTarget, pointerId, clientX }: ReactPointerEvent<HTMLElement>,
  { scroller, side }: { readonly scroller: HTMLElement; readonly side: number },
  way: PointerWay,
): void {
  const begin = clientX + scroller.scrollLeft
  const stop = new AbortController()
  const options = { signal: stop.signal, capture: true }
  let x = clientX
  let moved = false
  let frame = 0
  const end = (finish: () => void) => {
    stop.abort()
    cancelAnimationFrame(frame)
    finish()
  }
  const move = () => way.onMove(x + scroller.scrollLeft - begin)
  /** Goes on at an edge, also while the pointer rests there. */
  const goOn = () => {
    const step = wayAtEdge(scroller, side, x)
    frame = step === 0 ? 0 : requestAnimationFrame(goOn)
    const before = scroller.scrollLeft
    scroller.scrollLeft += step * edgeStep
    if (scroller.scrollLeft !== before) move()
  }
  const hear = (kind: 'pointermove' | 'pointerup' | 'pointercancel', act: (event: PointerEvent) => void) =>
    window.addEventListener(kind, (event) => event.pointerId === pointerId && act(event), options)
  currentTarget.setPointerCapture(pointerId)
  hear('pointermove', (event) => {
    x = event.clientX
    moved ||= Math.abs(x - clientX) >= leastWay
    if (!moved) return
    move()
    if (frame === 0) goOn()
  })
  hear('pointerup', () => end(() => way.onDrop(moved)))
  hear('pointercancel', () => end(way.onCancel))
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      end(way.onCancel)
    },
    options,
  )
}
