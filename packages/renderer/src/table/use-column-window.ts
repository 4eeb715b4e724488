import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, type RefObject } from 'react'
import type { Column } from './column-of-path.ts'
import { boxWidth, type TableLayout } from './table-layout.ts'

/** So many columns are drawn whole: fewer cells than a window saves would be drawn again and again. */
const drawnWhole = 30
/** The window moves by so many columns, so that rows are not drawn again for each that comes into sight. */
const step = 8
const margin = 4

/** The columns around those in sight, and those that are drawn wherever the table is scrolled to. */
function around(first: number, last: number, always: readonly number[], count: number): number[] {
  const from = Math.max(0, Math.floor((first - margin) / step) * step)
  const to = Math.min(count, Math.ceil((last + 1 + margin) / step) * step)
  const shown = new Set(always)
  for (let position = from; position < to; position += 1) shown.add(position)
  return [...shown].toSorted((one, other) => one - other)
}

/** The layout with the columns that are to be drawn: of many, those around what is in sight. */
export function useColumnWindow(
  scroller: RefObject<HTMLElement | null>,
  layout: TableLayout,
  columns: readonly Column[],
): TableLayout {
  const { widths, frozen, wrapped, front } = layout
  const isWhole = columns.length <= drawnWhole
  // Rows are as high as what wraps in them, wherever they are scrolled to.
  const always = useMemo(
    () =>
      columns.flatMap(({ path }, position) =>
        position < frozen.length || wrapped.has(path) ? [position] : [],
      ),
    [columns, frozen, wrapped],
  )
  // oxlint-disable-next-line react/incompatible-library -- what it returns is used only here
  const across = useVirtualizer({
    horizontal: true,
    enabled: !isWhole,
    count: isWhole ? 0 : columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: (position) => widths[position] ?? 0,
    paddingStart: front * boxWidth,
    overscan: 0,
    rangeExtractor: ({ startIndex, endIndex, count }) => around(startIndex, endIndex, always, count),
    initialRect: { width: 1200, height: 800 },
  })
  useEffect(() => across.measure(), [across, widths])
  const places = across
    .getVirtualItems()
    .map(({ index }) => index)
    .join(' ')
  return useMemo(
    () => (isWhole ? layout : { ...layout, shown: places === '' ? [] : places.split(' ').map(Number) }),
    [layout, isWhole, places],
  )
}

/** The places to draw, with one more where somebody stands. */
export const withPlace = (shown: readonly number[], place: number | undefined): readonly number[] =>
  place === undefined || shown.includes(place)
    ? shown
    : [...shown, place].toSorted((one, other) => one - other)

/** Columns at some places, with them. */
export const columnsAt = (
  columns: readonly Column[],
  places: readonly number[],
): { readonly column: Column; readonly position: number }[] =>
  places.flatMap((position) => {
    const column = columns[position]
    return column === undefined ? [] : [{ column, position }]
  })
