import { useRef, type KeyboardEvent, type PointerEvent } from 'react'

export interface ResizeHandleProps {
  readonly label: string
  readonly width: number
  readonly onResize: (width: number) => void
}

const least = 64
const most = 800
const step = 16

const bounded = (width: number): number => Math.round(Math.max(least, Math.min(most, width)))

/** The edge of a column: drag it, or move it by arrow keys. */
export function ResizeHandle({ label, width, onResize }: ResizeHandleProps) {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault()
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    start.current = { x: event.clientX, width }
  }
  const onPointerMove = (event: PointerEvent) => {
    if (start.current !== null) onResize(bounded(start.current.width + event.clientX - start.current.x))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? step : event.key === 'ArrowLeft' ? -step : 0
    if (by === 0) return
    event.preventDefault()
    event.stopPropagation()
    onResize(bounded(width + by))
  }
  return (
    <input
      type="range"
      className="pw-resize"
      aria-label={label}
      min={least}
      max={most}
      step={step}
      value={width}
      tabIndex={-1}
      onChange={(event) => onResize(bounded(Number(event.target.value)))}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        start.current = null
      }}
      onKeyDown={onKeyDown}
    />
  )
}
