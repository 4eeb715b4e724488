import type { JsonValue, RecordAnswer } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import { useState, type ReactNode, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { valueAt, type Column } from '../column-of-path.ts'
import type { GridPlace } from '../next-cell.ts'
import { CellLayer, type At, type Editing } from './cell-layer.tsx'
import type { CellMove } from './cell-move.ts'
import { cellHold } from './cell-hold.ts'
import type { CellsProps } from './cells-props.ts'
import { cellAt } from './place-of.ts'
import { useCellControl } from './use-cell-control.ts'

export interface CellEditingOptions {
  readonly form: string
  readonly rows: readonly RecordAnswer[]
  readonly columns: readonly Column[]
  readonly cells?: CellsProps | undefined
  readonly scroller: RefObject<HTMLElement | null>
  /** Where the keyboard goes on. */
  readonly onLeave: (place: GridPlace, move: CellMove) => void
}

export interface CellEditing {
  /** Loads what editing needs, so that the first key is not lost. */
  readonly warm: () => void
  /** Begins to change a cell, or says why not; `typed` begins its new text. Answers whether it took that key itself. */
  readonly begin: (place: GridPlace, typed?: string) => boolean
  /** Ends what is typed before its control has come: taken with a move, left with null. Answers whether there was something. */
  readonly endAhead: (move: CellMove | null) => boolean
  /** Says why a cell cannot be changed, where that is so. */
  readonly tellHeld: (place: GridPlace) => boolean
  readonly forget: () => void
  readonly layer: ReactNode
}

/** Values that are typed, so that a beginning of one is one. */
const typedTypes: ReadonlySet<Field['type']> = new Set<Field['type']>([
  'text',
  'longText',
  'email',
  'phone',
  'url',
  'number',
  'money',
  'percent',
])

/** Where a cell lies in what scrolls. */
function lyingAt(scroller: HTMLElement | null, place: GridPlace): At | null {
  const cell = cellAt(scroller, place)
  if (cell === null || scroller === null) return null
  const [inner, outer] = [cell.getBoundingClientRect(), scroller.getBoundingClientRect()]
  return {
    left: inner.left - outer.left + scroller.scrollLeft,
    top: inner.top - outer.top + scroller.scrollTop,
    width: inner.width,
    height: inner.height,
  }
}

/** What is typed before the control is there; once it is, it takes the keys itself. */
function typedAhead(editing: Editing | null, place: GridPlace, { field }: Column, key: string): JsonValue {
  const isSame = editing?.place.row === place.row && editing.place.column === place.column
  const before = isSame && typeof editing.value === 'string' ? editing.value : ''
  return typedTypes.has(field.type) && [...key].length === 1 ? before + key : null
}

/** What is said beside a cell that cannot be changed. */
function useNote({ form, rows, columns, scroller }: CellEditingOptions) {
  const own = useRenderer().rights[form]
  const t = useTexts()
  const [note, setNote] = useState<{ readonly at: At; readonly text: string } | null>(null)
  const say = (place: GridPlace, text: string) => {
    const at = lyingAt(scroller.current, place)
    if (at !== null) setNote({ at, text })
  }
  const sayHeld = (place: GridPlace): boolean => {
    const [record, column] = [rows[place.row], columns[place.column]]
    const hold = record === undefined || column === undefined ? null : cellHold(column, record, own)
    if (hold !== null) say(place, t(`cell.${hold}`))
    return hold !== null
  }
  return { note, say, sayHeld, forget: () => setNote(null) }
}

/** One cell of a list at a time as a control; what is refused comes back with the reason. */
export function useCellEditing(options: CellEditingOptions): CellEditing {
  const { form, rows, columns, cells, scroller } = options
  const own = useRenderer().rights[form]
  const { note, say, sayHeld, forget } = useNote(options)
  const { Editor, warm, need } = useCellControl(cells !== undefined)
  const [editing, setEditing] = useState<Editing | null>(null)
  const tell = (place: GridPlace, text: string) => {
    setEditing(null)
    say(place, text)
  }
  const tellHeld = (place: GridPlace) => {
    const isHeld = sayHeld(place)
    if (isHeld) setEditing(null)
    return isHeld
  }
  const begin = (place: GridPlace, typed?: string): boolean => {
    const [record, column] = [rows[place.row], columns[place.column]]
    if (record === undefined || column === undefined || cells === undefined) return false
    if (tellHeld(place)) return false
    const at = lyingAt(scroller.current, place)
    if (at === null) return false
    const ahead = typed !== undefined && Editor === null ? typedAhead(editing, place, column, typed) : null
    const value = typed === undefined ? valueAt(record, column.path) : ahead
    // Drawn at once, so that the key that began it goes into the control.
    flushSync(() => {
      forget()
      setEditing({ place, record, column, value, at, typed: typed !== undefined })
    })
    need(() => setEditing(null))
    return ahead !== null
  }
  const endAhead = (move: CellMove | null): boolean => {
    if (editing === null || Editor !== null || !editing.typed) return false
    setEditing(move === null ? null : { ...editing, ends: move })
    return true
  }
  const finish = (before: Editing, value: JsonValue, move: CellMove) => {
    setEditing((now) => (now === before ? null : now))
    options.onLeave(before.place, move)
    const { record, column, at } = before
    if (JSON.stringify(value) === JSON.stringify(valueAt(record, column.path))) return
    void cells?.save({ record, field: column.path }, value).then((problem) => {
      const lies = lyingAt(scroller.current, before.place) ?? at
      if (problem !== null) setEditing({ ...before, typed: false, value, at: lies, problem })
    })
  }
  const layer = (
    <CellLayer
      {...{ form, Editor, editing, note }}
      rights={own}
      onDone={finish}
      onLeft={(place, why) => {
        if (why === null) setEditing(null)
        else tell(place, why)
        options.onLeave(place, 'stay')
      }}
    />
  )
  return { warm, begin, endAhead, tellHeld, forget, layer }
}
