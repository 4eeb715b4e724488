import type { JsonValue, Values } from '@pipewright/contract'
import type { LineItemsField } from '@pipewright/schemas'
import {
  useCallback,
  useRef,
  useState,
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react'
import { useLatest } from '../../environment/use-latest.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useFormat } from '../../formats/use-format.ts'
import type { ControlProps } from '../field-control.ts'
import { cellOf, focusCell, isRowEnter, pastedText } from './items-keyboard.ts'
import type { ItemsViewHandle } from './items-view-props.ts'
import { isBlock } from './paste-block.ts'
import { enterCell, insertRow, pasteBlock, type ItemRow, type KeyedRows } from './row-changes.ts'
import { nextSort, sortRows, type SortedBy } from './sort-rows.ts'
import { useItemRows, type ChangeRows } from './use-item-rows.ts'
import { usePastedNames } from './use-pasted-names.ts'
import { useRowGrip } from './use-row-grip.ts'
import { useRowSelection } from './use-row-selection.ts'

const mostRows = 5000

/** Lays the rows in the order of a column; the order is saved with the record. */
function useSorting({ field, titles }: ControlProps<LineItemsField>, changeRows: ChangeRows) {
  const { locale } = useRenderer()
  const read = useFormat(titles)
  const [sorted, setSorted] = useState<SortedBy | null>(null)
  const latest = useLatest({ sorted, field, locale, read })
  const change = useCallback<ChangeRows>(
    (step, what) => {
      setSorted(null)
      changeRows(step, what)
    },
    [changeRows],
  )
  const onSort = useCallback(
    (column: string) => {
      const now = latest.current
      const by = now.field.fields.find(({ key }) => key === column)
      if (by === undefined) return
      const next = nextSort(now.sorted, column)
      setSorted(next)
      changeRows((rows) => sortRows(rows, by, next.direction, now), 'sort')
    },
    [changeRows, latest],
  )
  return { sorted, change, onSort }
}

/** What filters of relations in a row may ask for: the record around it, and its own cells as "$row.…". */
const withRow = (record: Values, row: ItemRow): Values => ({
  ...record,
  ...Object.fromEntries(Object.entries(row).map(([key, value]) => [`$row.${key}`, value])),
})

interface FrameScene {
  readonly props: ControlProps<LineItemsField>
  readonly place: RefObject<HTMLDivElement | null>
  readonly state: RefObject<KeyedRows>
  readonly count: number
  readonly full: boolean
  /** A row is open in a drawer. */
  readonly isOpen: boolean
  readonly change: ChangeRows
  readonly goTo: (row: number, column: string) => void
}

/** Keys and the clipboard in the table, and what happens when it is left. */
function useItemsFrame({ props, place, state, count, full, isOpen, change, goTo }: FrameScene) {
  const { field, disabled, onBlur } = props
  const renderer = useRenderer()
  const findNames = usePastedNames(field, change)
  const first = field.fields[0]?.key ?? ''
  const add = (column = first) => {
    if (full || disabled) return
    change((now) => insertRow(now, now.rows.length, {}, renderer.newId()))
    goTo(count, column)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = isRowEnter(event) ? cellOf(event.target) : null
    if (cell === null) return
    event.preventDefault()
    if (cell.row === count - 1) add()
    else goTo(cell.row + 1, cell.column)
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = pastedText(event)
    if (disabled || !isBlock(text)) return
    event.preventDefault()
    const cell = cellOf(event.target) ?? { row: count, column: first }
    const column = Math.max(
      0,
      field.fields.findIndex((candidate) => candidate.key === cell.column),
    )
    change((now) => pasteBlock(now, { row: cell.row, column }, field.fields, text, renderer), 'paste')
    // What could not be read is named at once, cell by cell.
    onBlur?.()
    void findNames(text, column, cell.row, state.current)
  }
  /** Rows are checked when somebody goes on to another field; a row that opened in a drawer is still this one. */
  const onLeave = (event: FocusEvent) => {
    if (!isOpen && !event.currentTarget.contains(event.relatedTarget)) onBlur?.()
  }
  const frame = { ref: place, onKeyDown, onPaste, onBlur: onLeave }
  return { add, frame }
}

/** Everything that can be done to the rows of line items. */
export function useItemsActions(props: ControlProps<LineItemsField>, narrow: boolean) {
  const { field, value, onChange } = props
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<ItemsViewHandle>(null)
  const [opened, setOpened] = useState<number | null>(null)
  const { state, rows, change: changeRows, ...kept } = useItemRows(value, onChange)
  const { change, ...sorting } = useSorting(props, changeRows)
  const selection = useRowSelection(state, kept.keys)
  const grip = useRowGrip(place, state, change)
  const room = (field.maxRows ?? mostRows) - rows.length
  const full = room <= 0
  const onCell = useCallback(
    (row: number, column: string, cell: JsonValue) =>
      change((now) => enterCell(now, row, column, cell, field.fields)),
    [change, field.fields],
  )
  const around = useLatest(props.record)
  const readRow = useCallback(
    (row: number): Values => withRow(around.current?.() ?? {}, state.current.rows[row] ?? {}),
    [around, state],
  )
  const onOpened = (row: number | null) => {
    setOpened(row)
    if (row === null) props.onBlur?.()
  }
  const goTo = (row: number, column: string) => {
    if (narrow) return onOpened(row)
    focusCell(place.current, { row, column }, (to) => view.current?.scrollTo(to))
  }
  const { add, frame } = useItemsFrame({
    props,
    place,
    state,
    count: rows.length,
    full,
    isOpen: opened !== null,
    change,
    goTo,
  })
  return {
    ...kept,
    ...sorting,
    rows,
    change,
    selection,
    grip,
    full,
    room,
    onCell,
    readRow,
    add,
    frame,
    view,
    opened,
    onOpened,
  }
}
