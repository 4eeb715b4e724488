import { useRef, type MouseEvent, type PointerEvent } from 'react'

const heldMs = 450
/** A finger is never quite still. */
const stillPx = 10

/** What a finger that rests on something does; the tap that it ends with does nothing more. */
export function useLongPress(onHold: (() => void) | undefined) {
  const press = useRef<{ timer: number; x: number; y: number } | null>(null)
  const held = useRef(false)
  const release = () => {
    window.clearTimeout(press.current?.timer)
    press.current = null
  }
  if (onHold === undefined) return {}
  return {
    onPointerDown: ({ pointerType, clientX: x, clientY: y }: PointerEvent) => {
      release()
      held.current = false
      if (pointerType === 'mouse') return
      const hold = () => {
        held.current = true
        onHold()
      }
      press.current = { timer: window.setTimeout(hold, heldMs), x, y }
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const from = press.current
      if (from !== null && Math.hypot(clientX - from.x, clientY - from.y) > stillPx) release()
    },
    onPointerUp: release,
    onPointerCancel: release,
    onClickCapture: (event: MouseEvent) => {
      if (!held.current) return
      held.current = false
      event.preventDefault()
      event.stopPropagation()
    },
    onContextMenu: (event: MouseEvent) => {
      // Android's own menu of what is held.
      if (press.current !== null || held.current) event.preventDefault()
    },
  }
}
