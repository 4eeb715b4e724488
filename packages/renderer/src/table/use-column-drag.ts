import { useEffect, useRef, useState, type PointerEvent } from 'react'
import { useLatest } from '../environment/use-latest.ts'

/** A column on its way: before which one it would land; null is the end. */
export interface ColumnDrag {
  readonly path: string
  readonly before: string | null
}

interface Lifted {
  readonly path: string
  readonly x: number
}

const far = 6

/** The head whose left half, or the one after whose right half, the pointer is over. */
function placeAt(row: HTMLElement, x: number): string | null {
  const heads = [...row.querySelectorAll<HTMLElement>('[data-column]')]
  const next = heads.find((head) => {
    const { left, width } = head.getBoundingClientRect()
    return x < left + width / 2
  })
  return next?.dataset['column'] ?? null
}

const edge = 48

/** A table that is wider than the screen moves on while a head is held at its edge. */
function bringOn(row: HTMLElement, x: number): void {
  const scroller = row.closest('.pw-table')
  if (scroller === null) return
  const { left, right } = scroller.getBoundingClientRect()
  if (x > right - edge) scroller.scrollLeft += edge
  else if (x < left + edge) scroller.scrollLeft -= edge
}

/** Heads are dragged by mouse, pen or finger; Esc leaves everything as it was. The menu moves them by keyboard. */
export function useColumnDrag(onDrop: ((path: string, before: string | null) => void) | undefined) {
  const [drag, setDrag] = useState<ColumnDrag | null>(null)
  const lifted = useRef<Lifted | null>(null)
  const row = useRef<HTMLDivElement>(null)
  const latest = useLatest({ onDrop, drag })
  useEffect(() => {
    const stop = () => {
      lifted.current = null
      setDrag(null)
    }
    const move = (event: globalThis.PointerEvent) => {
      const { current } = lifted
      if (current === null || row.current === null) return
      if (latest.current.drag === null && Math.abs(event.clientX - current.x) < far) return
      bringOn(row.current, event.clientX)
      setDrag({ path: current.path, before: placeAt(row.current, event.clientX) })
    }
    const up = () => {
      const { drag: now, onDrop: drop } = latest.current
      if (now !== null) {
        drop?.(now.path, now.before)
        // The click that ends a drag sorts nothing.
        const swallow = (click: MouseEvent) => click.stopPropagation()
        window.addEventListener('click', swallow, { capture: true, once: true })
        setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
      }
      stop()
    }
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') stop()
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', stop)
    window.addEventListener('keydown', key)
    return () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', stop)
      window.removeEventListener('keydown', key)
    }
  }, [latest])
  const onPointerDown = (event: PointerEvent, path: string) => {
    if (onDrop !== undefined && event.button === 0) lifted.current = { path, x: event.clientX }
  }
  return { row, drag, onPointerDown }
}
