import type { TableSettings } from '@pipewright/schemas'
import type { CSSProperties } from 'react'
import type { Column } from './column-of-path.ts'

/** Where the columns of a table lie; the same object as long as nothing of it changes, so that rows need not be drawn again. */
export interface TableLayout {
  /** CSS grid columns of every row. */
  readonly template: string
  /** Least width of the whole table. */
  readonly least: number
  readonly widths: readonly number[]
  /** Of the columns that stay in sight: how far from the edge. */
  readonly frozen: readonly number[]
  readonly wrapped: ReadonlySet<string>
  /** The columns that are drawn, by their places: all, or of many those in sight and those that stay. */
  readonly shown: readonly number[]
  /** How many tracks lie before the first column. */
  readonly front: number
  /** How much of the left edge is covered by what stays in sight. */
  readonly covered: number
  readonly rowHeight: number
}

export interface LayoutOptions {
  readonly columns: readonly Column[]
  readonly widths: Readonly<Record<string, number>> | undefined
  readonly settings: TableSettings
  /** A column of boxes in front. */
  readonly boxes: boolean
  /** A column of menus behind. */
  readonly menus: boolean
}

export const rowHeights = { compact: 28, normal: 36, roomy: 48 } as const
/** The first column says which record it is. */
const titleWidth = 280
export const boxWidth = 40

export function layOutTable({ columns, widths, settings, boxes, menus }: LayoutOptions): TableLayout {
  const each = columns.map(
    ({ path, width }, position) => widths?.[path] ?? (position === 0 ? Math.max(titleWidth, width) : width),
  )
  const tracks = each.map((width, position) =>
    position === columns.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`,
  )
  const front = boxes ? [`${boxWidth}px`] : []
  const back = menus ? [`${boxWidth}px`] : []
  const start = front.length * boxWidth
  const count = Math.min(settings.frozen ?? 1, columns.length)
  let edge = start
  const edges = each.map((width) => (edge += width) - width)
  return {
    template: [...front, ...tracks, ...back].join(' '),
    least: each.reduce((sum, width) => sum + width, start + back.length * boxWidth),
    widths: each,
    frozen: edges.slice(0, count),
    shown: each.map((_, position) => position),
    front: front.length,
    covered: count === 0 ? start : (edges[count - 1] ?? start) + (each[count - 1] ?? 0),
    wrapped: new Set(settings.wrap),
    rowHeight: rowHeights[settings.density ?? 'normal'],
  }
}

/** Class and place of a cell or head of a column. */
export function columnLook(
  { frozen, wrapped, shown, front, widths }: TableLayout,
  { path, align }: Column,
  position: number,
): { readonly className: string; readonly style: CSSProperties } {
  const edge = frozen[position]
  const names = [
    ...(edge === undefined ? [] : ['pw-pinned']),
    ...(edge !== undefined && position === frozen.length - 1 ? ['pw-pinned-last'] : []),
    ...(align === 'end' ? ['pw-end'] : []),
    ...(wrapped.has(path) ? ['pw-wrap'] : []),
  ]
  // Where columns are left out, each says which track is its own.
  const track = shown.length === widths.length ? {} : { gridColumn: position + front + 1, gridRow: 1 }
  return {
    className: names.map((name) => ` ${name}`).join(''),
    style: edge === undefined ? track : { ...track, left: edge },
  }
}
