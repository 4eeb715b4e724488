import { useEffect, useRef, type RefObject } from 'react'

interface Point {
  readonly x: number
  readonly y: number
}

/** Where a mouse or a finger is, in pixels of the window; null for any other event, such as a key. */
export function pointOf(event: Event | null): Point | null {
  const at = typeof TouchEvent !== 'undefined' && event instanceof TouchEvent ? event.touches[0] : event
  return at !== null && at !== undefined && 'clientX' in at && 'clientY' in at
    ? { x: Number(at.clientX), y: Number(at.clientY) }
    : null
}

/**
 * Where the pointer is now. What a drag tells cannot be taken for it: its distance also counts how far the page was
 * scrolled meanwhile, and its last move may be told after the button was let go.
 */
export function usePointer(): RefObject<Point | null> {
  const pointer = useRef<Point | null>(null)
  useEffect(() => {
    const note = (event: Event) => {
      pointer.current = pointOf(event) ?? pointer.current
    }
    const events = ['mousedown', 'mousemove', 'mouseup', 'touchstart', 'touchmove'] as const
    for (const one of events) window.addEventListener(one, note, { capture: true, passive: true })
    return () => {
      for (const one of events) window.removeEventListener(one, note, { capture: true })
    }
  }, [])
  return pointer
}
