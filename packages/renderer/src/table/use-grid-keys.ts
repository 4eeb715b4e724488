import type { RecordAnswer } from '@pipewright/contract'
import { useCallback, useState, type KeyboardEvent, type RefObject } from 'react'
import { nextCell, type GridPlace } from './next-cell.ts'
import type { RecordTableProps } from './record-table-props.ts'

interface GridKeys {
  readonly place: GridPlace
  readonly stand: (row: number, column: number) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

export interface GridKeysOptions extends Pick<
  RecordTableProps,
  'rows' | 'onOpen' | 'selection' | 'onSelect' | 'onMenu'
> {
  readonly columns: number
  readonly page: number
  readonly grid: RefObject<HTMLElement | null>
  readonly scrollTo: (row: number) => void
}

const focusPlace = (grid: HTMLElement | null, { row, column }: GridPlace) =>
  requestAnimationFrame(() => grid?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)?.focus())

function toggled(record: RecordAnswer, selection: ReadonlySet<string>): ReadonlySet<string> {
  const next = new Set(selection)
  if (!next.delete(record.id)) next.add(record.id)
  return next
}

/** The key for it, or what stands for it on keyboards without. */
const isMenuKey = ({ key, shiftKey }: KeyboardEvent): boolean =>
  key === 'ContextMenu' || (shiftKey && key === 'F10')

/** Arrows move, Enter opens, space selects, the menu key shows what can be done: one stop of the tab key for the whole grid. */
export function useGridKeys(options: GridKeysOptions): GridKeys {
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 })
  const stand = useCallback((row: number, column: number) => setPlace({ row, column }), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['cell'] === undefined) return
    const { rows, columns, page } = options
    const next = nextCell(
      place,
      event.key,
      { rows: rows.length, columns, page },
      event.ctrlKey || event.metaKey,
    )
    const record = rows[place.row]
    if (isMenuKey(event) && record !== undefined && options.onMenu !== undefined) {
      event.preventDefault()
      options.onMenu(record, event.target)
    } else if (next !== null) {
      event.preventDefault()
      setPlace(next)
      options.scrollTo(next.row)
      focusPlace(options.grid.current, next)
    } else if (event.key === 'Enter' && record !== undefined && !event.nativeEvent.isComposing) {
      event.preventDefault()
      options.onOpen(record)
    } else if (event.key === ' ' && record !== undefined && options.selection !== undefined) {
      event.preventDefault()
      options.onSelect?.(toggled(record, options.selection))
    }
  }
  return { place, stand, onKeyDown }
}
