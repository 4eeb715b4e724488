import { useRef, type TouchEvent } from 'react'

const least = 60

/** A finger drawn across: -1 to the right, 1 to the left. */
export function useSwipe(onSwipe: (by: 1 | -1) => void) {
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null)
  return {
    onTouchStart: ({ touches }: TouchEvent) => {
      const touch = touches[0]
      from.current = touch === undefined || touches.length > 1 ? null : { x: touch.clientX, y: touch.clientY }
    },
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const touch = changedTouches[0]
      const start = from.current
      from.current = null
      if (touch === undefined || start === null) return
      const [x, y] = [touch.clientX - start.x, touch.clientY - start.y]
      if (Math.abs(x) > least && Math.abs(x) > Math.abs(y) * 2) onSwipe(x > 0 ? -1 : 1)
    },
  }
}
