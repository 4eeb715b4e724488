import {
  useRef,
  type ClipboardEvent,
  type HTMLAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import type { Column } from '../column-of-path.ts'
import type { RecordTableProps } from '../record-table-props.ts'
import type { GridKeys } from '../use-grid-keys.ts'
import { ending, moveOf } from './cell-editor-keys.ts'
import { FillHandle } from './fill-handle.tsx'
import { isOfItself, placeOf } from './place-of.ts'
import { useCellBlock, type CellBlock } from './use-cell-block.ts'
import { useCellEditing, type CellEditing } from './use-cell-editing.tsx'
import { useCellPointer } from './use-cell-pointer.ts'
import { useCellMarks } from './use-cell-marks.ts'
import './cells.css'

export interface CellsOptions extends Pick<RecordTableProps, 'form' | 'rows' | 'cells'> {
  readonly columns: readonly Column[]
  readonly keys: GridKeys
  readonly scroller: RefObject<HTMLElement | null>
}

type GridHandlers = Pick<
  HTMLAttributes<HTMLElement>,
  | 'onKeyDown'
  | 'onPointerDown'
  | 'onPointerMove'
  | 'onPointerUp'
  | 'onClickCapture'
  | 'onDoubleClick'
  | 'onCopy'
  | 'onPaste'
  | 'onFocus'
  | 'onPointerEnter'
>

/** A key that is text, or the begin of some that an input method makes. */
const isText = ({ key, ctrlKey, metaKey, altKey, nativeEvent }: KeyboardEvent): boolean =>
  !ctrlKey &&
  !metaKey &&
  !altKey &&
  key !== ' ' &&
  ([...key].length === 1 || key === 'Process' || nativeEvent.isComposing)

/** Keys that change cells; answers whether it was one. */
function changeKey(
  event: KeyboardEvent,
  { place, block, box }: GridKeys,
  act: CellBlock,
  editing: CellEditing,
): boolean {
  const jump = event.ctrlKey || event.metaKey
  const key = event.key.toLowerCase()
  if (
    event.key === 'F2' ||
    (event.key === 'Enter' && place.column > 0 && !event.nativeEvent.isComposing && !jump)
  )
    editing.begin(place)
  else if (event.key === 'Delete' || event.key === 'Backspace') {
    if (block === null) editing.tellHeld(place)
    act.empty(box)
  } else if (jump && key === 'd') act.fillDown({ ...box, bottom: box.top }, box)
  else if (jump && key === 'r' && box.right > box.left) act.fillRight(box)
  else return false
  return true
}

/** Cells of a list that are selected, changed, copied and filled as in a spreadsheet. */
export function useCells(options: CellsOptions): {
  readonly handlers: GridHandlers
  readonly layer: ReactNode
} {
  const { keys, cells, scroller, rows } = options
  const editing = useCellEditing({ ...options, onLeave: keys.leave })
  const act = useCellBlock(options)
  const pointer = useCellPointer(keys)
  const handle = useRef<HTMLButtonElement>(null)
  useCellMarks(scroller, keys.block === null ? null : keys.box, cells === undefined ? null : keys.box, handle)
  if (cells === undefined) return { handlers: { onKeyDown: keys.onKeyDown, ...pointer }, layer: null }
  const onKeyDown = (event: KeyboardEvent) => {
    if (placeOf(event.target) === null) return
    editing.forget()
    const ends = ending.has(event.key) && !event.nativeEvent.isComposing
    if (ends && editing.endAhead(event.key === 'Escape' ? null : moveOf(event))) return event.preventDefault()
    if (changeKey(event, keys, act, editing)) event.preventDefault()
    else if (isText(event) && !isOfItself(event.target)) {
      if (editing.begin(keys.place, event.key)) event.preventDefault()
    } else keys.onKeyDown(event)
  }
  const clip = (event: ClipboardEvent, put: (data: DataTransfer) => void) => {
    if (placeOf(event.target) === null) return
    event.preventDefault()
    put(event.clipboardData)
  }
  const warm = () => {
    editing.warm()
    act.warm()
  }
  const handlers: GridHandlers = {
    ...pointer,
    onKeyDown,
    // The first column leads to the record, the others are stood on.
    onClickCapture: (event: MouseEvent) => {
      const place = placeOf(event.target)
      editing.forget()
      if (place !== null && !isOfItself(event.target) && (place.column > 0 || keys.block !== null))
        event.stopPropagation()
    },
    onDoubleClick: (event) => {
      const place = placeOf(event.target)
      if (place !== null && !isOfItself(event.target)) editing.begin(place)
    },
    onCopy: (event) => clip(event, (data) => act.copy(keys.box, data)),
    onPaste: (event) => clip(event, (data) => act.paste(keys.box, data)),
    onFocus: warm,
    onPointerEnter: warm,
  }
  const layer = (
    <>
      <FillHandle ref={handle} keys={keys} last={rows.length - 1} onFill={act.fillDown} />
      {editing.layer}
    </>
  )
  return { handlers, layer }
}
