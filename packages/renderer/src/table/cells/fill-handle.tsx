import { useRef, type PointerEvent, type RefObject } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import type { GridKeys } from '../use-grid-keys.ts'
import type { Box } from './block.ts'
import { placeOf } from './place-of.ts'

export interface FillHandleProps {
  readonly ref: RefObject<HTMLButtonElement | null>
  readonly keys: GridKeys
  /** The last row that is loaded. */
  readonly last: number
  readonly onFill: (source: Box, box: Box) => void
}

/** Drawn at the corner of the selection: pulled down, it fills the cells below. Ctrl D does the same by keyboard. */
export function FillHandle({ ref, keys, last, onFill }: FillHandleProps) {
  const t = useTexts()
  const source = useRef<Box | null>(null)
  const reached = useRef<Box | null>(null)
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    source.current = keys.box
    reached.current = null
  }
  const onPointerMove = (event: PointerEvent) => {
    const from = source.current
    if (from === null) return
    const under = document
      .elementsFromPoint(event.clientX, event.clientY)
      .map(placeOf)
      .find((place) => place !== null)
    if (under === undefined || under === null) return
    const bottom = Math.min(last, Math.max(from.bottom, under.row))
    reached.current = { ...from, bottom }
    keys.select({ from: { row: from.top, column: from.left }, to: { row: bottom, column: from.right } })
  }
  const onPointerUp = () => {
    const [from, to] = [source.current, reached.current]
    source.current = null
    if (from !== null && to !== null && to.bottom > from.bottom) onFill(from, to)
  }
  return (
    <button
      ref={ref}
      type="button"
      tabIndex={-1}
      className="pw-fill-handle"
      aria-label={t('cell.fill')}
      title={t('cell.fill')}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
    />
  )
}
