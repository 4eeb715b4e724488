import {
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
  type DragMoveEvent,
  type DragStartEvent,
  type KeyboardCoordinateGetter,
} from '@dnd-kit/core'
import { isSameJson, itemKey } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { useDesign } from '../environment/design-context.ts'
import { createWatchedValue } from '../environment/watched-value.ts'
import { selectedFields, selectionOf } from '../environment/selection.ts'
import { holderOf } from '../canvas/focus-card.ts'
import type { Dragging } from './drag-context.ts'
import { stepDrop } from './keyboard-drop.ts'
import { measureBoxes } from './measure-boxes.ts'
import { addedBy, dropAt, editsOfDrop, type Dragged, type Drop } from './place-drop.ts'
import { PromptKeyboardSensor } from './prompt-keyboard.ts'
import { pointOf, usePointer } from './use-pointer.ts'

const draggedOf = (event: DragStartEvent): Dragged | null =>
  (event.active.data.current as { dragged?: Dragged } | undefined)?.dragged ?? null

/** One of several chosen fields takes the others along. */
const withChosen = (dragged: Dragged, chosen: readonly string[]): Dragged =>
  dragged.kind === 'field' && chosen.length > 1 && chosen.includes(dragged.field)
    ? { ...dragged, fields: chosen }
    : dragged

const find = (canvas: Element | null, attribute: string, value: string | undefined): Element | null =>
  canvas?.querySelector(`[${attribute}="${value ?? ''}"]`) ?? null

/** The element beside which a drop would land, to scroll it into view. */
function elementAt(canvas: Element | null, form: Form, drop: Drop | null): Element | null {
  if (drop === null) return null
  if (drop.kind === 'section') return find(canvas, 'data-section', form.layout.sections[drop.index]?.key)
  const section = form.layout.sections.find(({ key }) => key === drop.section)
  // Behind the last one there is none: then beside that one.
  const item = section?.items[drop.index] ?? section?.items.at(-1)
  const field = item && itemKey(item)
  return find(canvas, 'data-item', field) ?? holderOf(field) ?? find(canvas, 'data-section', drop.section)
}

function isOver(canvas: Element | null, point: { x: number; y: number }): boolean {
  const box = canvas?.getBoundingClientRect()
  return (
    box !== undefined &&
    point.x >= box.left &&
    point.x <= box.right &&
    point.y >= box.top &&
    point.y <= box.bottom
  )
}

const isSamePlace = (a: Dragging | null, b: Dragging | null): boolean =>
  a !== null && b !== null && isSameJson([a.dragged, a.drop], [b.dragged, b.drop])

const byMouse = { activationConstraint: { distance: 6 } }
const byTouch = { activationConstraint: { delay: 220, tolerance: 8 } }

/** Sensors that stay the same: were they new at every drawing, every card of the form would be drawn again with them. */
function useSteadySensors(stepByKey: KeyboardCoordinateGetter) {
  const step = useRef(stepByKey)
  useLayoutEffect(() => {
    step.current = stepByKey
  })
  const byKeyboard = useMemo(
    () => ({
      coordinateGetter: ((event, about) => step.current(event, about)) satisfies KeyboardCoordinateGetter,
      scrollBehavior: 'auto' as const,
    }),
    [],
  )
  return useSensors(
    useSensor(MouseSensor, byMouse),
    useSensor(TouchSensor, byTouch),
    useSensor(PromptKeyboardSensor, byKeyboard),
  )
}

/** The state of one drag, and the edit when it ends. */
export function useDesignDrag(form: Form, canvas: RefObject<HTMLElement | null>) {
  const { edit, select, selected, store } = useDesign()
  const [dragging] = useState(() => createWatchedValue<Dragging | null>(null))
  const latest = useRef<Dragging | null>(null)
  const show = (next: Dragging | null) => {
    // The same place is the same object: nothing is drawn while the pointer moves over it.
    if (isSamePlace(next, dragging.read())) return
    if (next !== null) latest.current = next
    dragging.write(next)
  }

  const stepByKey: KeyboardCoordinateGetter = (event, { currentCoordinates }) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.code] as 1 | -1 | undefined
    const now = latest.current
    if (by === undefined || now === null) return undefined
    event.preventDefault()
    const drop = stepDrop(form, now.dragged, now.drop, by)
    show({ dragged: now.dragged, drop })
    const element = elementAt(canvas.current, form, drop)
    element?.scrollIntoView?.({ block: 'nearest' })
    const box = element?.getBoundingClientRect()
    // One pixel further each time, so that a move is told even where nothing is drawn.
    return box === undefined || box.width === 0
      ? { x: currentCoordinates.x, y: currentCoordinates.y + by }
      : { x: box.left, y: box.top }
  }

  const sensors = useSteadySensors(stepByKey)
  const pointer = usePointer()
  /** Shows where it would land now; a drag by keyboard has its place already. */
  const follow = (activator: Event) => {
    const dragged = latest.current?.dragged
    const point = pointOf(activator) === null ? null : pointer.current
    if (dragged === undefined || point === null) return
    const drop = isOver(canvas.current, point)
      ? dropAt({ dragged, ...point, boxes: measureBoxes(canvas.current) })
      : null
    show({ dragged, drop })
  }

  const handlers = {
    onDragStart(event: DragStartEvent) {
      const dragged = draggedOf(event)
      if (dragged !== null)
        show({ dragged: withChosen(dragged, selectedFields(selected.read())), drop: null, isLifted: true })
    },
    onDragMove: (event: DragMoveEvent) => follow(event.activatorEvent),
    onDragEnd(event: DragEndEvent) {
      follow(event.activatorEvent)
      const now = latest.current
      show(null)
      if (now?.drop == null) return
      const made = editsOfDrop(store.state().definition, form, now.dragged, now.drop)
      if (made.length === 0 || !edit(...made)) return
      const added = made.flatMap((one) => addedBy(one))
      if (added.length > 0) select(selectionOf(added))
      else if (now.dragged.kind === 'field') select(selectionOf(now.dragged.fields ?? [now.dragged.field]))
    },
    onDragCancel: () => show(null),
  }
  return { sensors, dragging, latest, handlers }
}
