import {
  defaultRangeExtractor,
  measureElement,
  useVirtualizer,
  type Range,
  type Virtualizer,
} from '@tanstack/react-virtual'
import { useCallback, useMemo, useState, type FocusEvent, type RefObject } from 'react'

/** Up to here all rows are drawn, so that the browser's own search and print see a usual document whole. */
const fewRows = 60
const rowHeight = 37

/** A row to draw, with the height of what is left out before it. */
export interface DrawnRow {
  readonly position: number
  readonly before: number
}

/** The row with the cursor stays drawn wherever it is scrolled to, or typing would go nowhere. */
const withActive = (active: number) => (range: Range) => {
  const drawn = defaultRangeExtractor(range)
  return active < 0 || active >= range.count || drawn.includes(active)
    ? drawn
    : [...drawn, active].toSorted((a, b) => a - b)
}

type Rows = Virtualizer<HTMLElement, Element>

function knownHeight(row: Element, rows: Rows): number {
  const position = rows.indexFromElement(row)
  return rows.itemSizeCache.get(rows.options.getItemKey(position)) ?? rows.options.estimateSize(position)
}

/** Which of many rows have to be drawn; all of them when there are few. */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  keys: readonly string[],
  height = rowHeight,
) {
  const isMany = keys.length > fewRows
  const [active, setActive] = useState(-1)
  const getItemKey = useCallback((position: number) => keys[position] ?? position, [keys])
  const rangeExtractor = useMemo(() => withActive(active), [active])
  // oxlint-disable-next-line react/incompatible-library -- what it returns is used only here, never handed to memoised parts
  const virtual = useVirtualizer({
    count: isMany ? keys.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey,
    rangeExtractor,
    // A row just drawn is taken to be as high as expected until the browser has laid it out and says otherwise: asking
    // at once would make it lay out the table in the middle of drawing it.
    measureElement: (row, entry, rows) =>
      entry === undefined ? knownHeight(row, rows) : measureElement(row, entry, rows),
    overscan: 6,
    // Before the first measurement (and where nothing is measured) a screenful is drawn.
    initialRect: { width: 1000, height: 600 },
  })
  const items = isMany ? virtual.getVirtualItems() : []
  const drawn: DrawnRow[] = isMany
    ? items.map(({ index, start }, at) => ({ position: index, before: start - (items[at - 1]?.end ?? 0) }))
    : keys.map((_, position) => ({ position, before: 0 }))
  const after = isMany ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0
  const onFocus = useCallback((event: FocusEvent) => {
    const row = (event.target as Element).closest<HTMLElement>('[data-index]')
    setActive(row === null ? -1 : Number(row.dataset['index']))
  }, [])
  return {
    isMany,
    drawn,
    after,
    onFocus,
    measure: isMany ? virtual.measureElement : undefined,
    scrollTo: (row: number) => {
      if (isMany && row < keys.length) virtual.scrollToIndex(row)
    },
  }
}
