import { useCallback, useState, type KeyboardEvent, type RefObject } from 'react'
import { boxOf, type Block, type Box } from './cells/block.ts'
import type { CellMove } from './cells/cell-move.ts'
import { focusCell } from './cells/place-of.ts'
import { nextCell, type GridPlace } from './next-cell.ts'
import type { RecordTableProps } from './record-table-props.ts'
import type { SelectRow } from './use-select-row.ts'

export interface GridKeys {
  readonly place: GridPlace
  /** The selected cells, where there is more than the one that has the focus. */
  readonly block: Block | null
  /** The selected cells. */
  readonly box: Box
  readonly select: (block: Block | null) => void
  readonly stand: (row: number, column: number) => void
  readonly go: (place: GridPlace) => void
  /** Where the keyboard goes on from a cell that was changed. */
  readonly leave: (place: GridPlace, move: CellMove) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

export interface GridKeysOptions extends Pick<
  RecordTableProps,
  'rows' | 'onOpen' | 'selection' | 'onSelect' | 'onMenu'
> {
  readonly onSelectRow: SelectRow
  readonly columns: number
  readonly page: number
  readonly grid: RefObject<HTMLElement | null>
  readonly scrollTo: (row: number) => void
}

/** The key for it, or what stands for it on keyboards without. */
const isMenuKey = ({ key, shiftKey }: KeyboardEvent): boolean =>
  key === 'ContextMenu' || (shiftKey && key === 'F10')

const arrows: Readonly<Record<CellMove, string>> = {
  stay: '',
  down: 'ArrowDown',
  up: 'ArrowUp',
  right: 'ArrowRight',
  left: 'ArrowLeft',
}

/**
 * Arrows move, with Shift they select, Enter opens, space selects the record, the menu key shows what can be done: one
 * stop of the tab key for the whole grid.
 */
export function useGridKeys(options: GridKeysOptions): GridKeys {
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 })
  const [block, select] = useState<Block | null>(null)
  const stand = useCallback((row: number, column: number) => setPlace({ row, column }), [])
  const { rows, columns, page } = options
  const size = { rows: rows.length, columns, page }
  const go = (next: GridPlace) => {
    setPlace(next)
    options.scrollTo(next.row)
    focusCell(options.grid.current, next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['cell'] === undefined) return
    const jump = event.ctrlKey || event.metaKey
    const next = nextCell(place, event.key, size, jump)
    const record = rows[place.row]
    if (isMenuKey(event) && record !== undefined && options.onMenu !== undefined) {
      event.preventDefault()
      options.onMenu(record, event.target)
    } else if (next !== null) {
      event.preventDefault()
      select(event.shiftKey ? { from: block?.from ?? place, to: next } : null)
      go(next)
    } else if (jump && event.key.toLowerCase() === 'a' && rows.length > 0) {
      event.preventDefault()
      select({ from: { row: 0, column: 0 }, to: { row: rows.length - 1, column: columns - 1 } })
    } else if (event.key === 'Escape' && block !== null) {
      event.preventDefault()
      select(null)
    } else if (event.key === 'Enter' && record !== undefined && !event.nativeEvent.isComposing) {
      event.preventDefault()
      options.onOpen(record)
    } else if (event.key === ' ' && record !== undefined && options.selection !== undefined) {
      event.preventDefault()
      options.onSelectRow(record.id, !options.selection.has(record.id), event.shiftKey)
    }
  }
  const leave = (from: GridPlace, move: CellMove) => go(nextCell(from, arrows[move], size, false) ?? from)
  return {
    place,
    block,
    box: boxOf(block ?? { from: place, to: place }),
    select,
    stand,
    go,
    leave,
    onKeyDown,
  }
}
