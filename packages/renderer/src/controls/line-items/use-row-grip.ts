import { useCallback, useMemo, useRef, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'
import { moveRowTo, type KeyedRows } from './row-changes.ts'
import type { ChangeRows } from './use-item-rows.ts'

/** Moves a row: by dragging its grip, or with the arrow keys while the grip has the focus. */
export interface RowGrip {
  begin(event: PointerEvent<HTMLElement>, position: number): void
  key(event: KeyboardEvent<HTMLElement>, position: number): void
}

const edge = 40
const mark = 'data-drop'

/** Where a row lands that is let go at a height of the window: before the row whose middle lies below. */
function landing(frame: HTMLElement, y: number): { readonly to: number; readonly row: HTMLElement } | null {
  const rows = [...frame.querySelectorAll<HTMLElement>('tr[data-index]')]
  for (const row of rows) {
    const box = row.getBoundingClientRect()
    if (y < box.top + box.height / 2) return { to: Number(row.dataset['index']), row }
  }
  const last = rows.at(-1)
  return last === undefined ? null : { to: Number(last.dataset['index']) + 1, row: last }
}

function scrollNear(frame: HTMLElement, y: number): void {
  const scroller = frame.querySelector<HTMLElement>('.pw-items-scroll')
  if (scroller === null) return
  const box = scroller.getBoundingClientRect()
  if (y < box.top + edge) scroller.scrollTop -= 12
  else if (y > box.bottom - edge) scroller.scrollTop += 12
}

function clearMarks(frame: HTMLElement): void {
  for (const row of frame.querySelectorAll(`[${mark}]`)) row.removeAttribute(mark)
}

/** Follows the pointer until it is let go; answers where to, or null when it was given up. */
function follow(frame: HTMLElement, grip: HTMLElement, pointer: number): Promise<number | null> {
  const { promise, resolve } = Promise.withResolvers<number | null>()
  const ends = new AbortController()
  const on = { signal: ends.signal }
  let to: number | null = null
  const end = (answer: number | null) => {
    ends.abort()
    clearMarks(frame)
    resolve(answer)
  }
  grip.setPointerCapture?.(pointer)
  const move = ({ clientY }: globalThis.PointerEvent) => {
    scrollNear(frame, clientY)
    const place = landing(frame, clientY)
    clearMarks(frame)
    to = place?.to ?? null
    const isAfter = place !== null && Number(place.row.dataset['index']) < place.to
    place?.row.setAttribute(mark, isAfter ? 'after' : 'before')
  }
  grip.addEventListener('pointermove', move, on)
  grip.addEventListener('pointerup', () => end(to), on)
  grip.addEventListener('pointercancel', () => end(null), on)
  globalThis.addEventListener('keydown', (event) => event.key === 'Escape' && end(null), on)
  return promise
}

/** After a row has moved, its grip keeps the focus. */
function keepFocus(frame: HTMLElement | null, position: number): void {
  requestAnimationFrame(() =>
    frame?.querySelector<HTMLElement>(`tr[data-index="${position}"] .pw-items-grip`)?.focus(),
  )
}

export function useRowGrip(
  frame: RefObject<HTMLElement | null>,
  state: RefObject<KeyedRows>,
  change: ChangeRows,
): RowGrip {
  const busy = useRef(false)
  const moveTo = useCallback(
    (from: number, to: number) => change((now) => moveRowTo(now, from, to), 'move'),
    [change],
  )
  return useMemo(
    () => ({
      begin(event, position) {
        const place = frame.current
        if (event.button !== 0 || place === null || busy.current) return
        busy.current = true
        const name = state.current.keys[position]
        void follow(place, event.currentTarget, event.pointerId).then((to) => {
          busy.current = false
          const from = state.current.keys.indexOf(name ?? '')
          if (to !== null && from >= 0) moveTo(from, to)
        })
      },
      key(event, position) {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
        const to = position + by
        if (by === 0 || to < 0 || to >= state.current.rows.length) return
        event.preventDefault()
        moveTo(position, by < 0 ? to : to + 1)
        keepFocus(frame.current, to)
      },
    }),
    [frame, state, moveTo],
  )
}
