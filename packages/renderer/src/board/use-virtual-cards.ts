import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'

const usualHeight = 104
const gap = 8
const ahead = 10

/** The cards of a column that are in sight, and a call for further ones when the end comes near. */
export function useVirtualCards(ids: readonly string[], onEnd: (() => void) | undefined) {
  const list = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- what it answers is read while drawing only
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => list.current,
    estimateSize: () => usualHeight,
    getItemKey: (at) => ids[at] ?? at,
    overscan: 6,
    gap,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]
  const last = items.at(-1)
  const isNearEnd = last !== undefined && last.index >= ids.length - ahead
  useEffect(() => {
    if (isNearEnd) onEnd?.()
  }, [isNearEnd, ids.length, onEnd])
  const style = {
    paddingTop: first?.start ?? 0,
    paddingBottom: Math.max(0, virtual.getTotalSize() - (last?.end ?? 0)),
  }
  return { list, places: items.map(({ index }) => index), style, measure: virtual.measureElement }
}
