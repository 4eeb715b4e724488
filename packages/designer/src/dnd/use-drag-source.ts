import { useDraggable } from '@dnd-kit/core'
import type { PointerEventHandler, KeyboardEventHandler, MouseEventHandler, TouchEventHandler } from 'react'
import { useMemo } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { dragId } from './drag-context.ts'
import type { Dragged } from './place-drop.ts'

interface Listeners {
  readonly onMouseDown?: MouseEventHandler
  readonly onTouchStart?: TouchEventHandler
  readonly onPointerDown?: PointerEventHandler
  readonly onKeyDown?: KeyboardEventHandler
}

/** Makes something draggable: `pointer` for the whole of it, `handle` for a button that also takes the keyboard. */
export function useDragSource(dragged: Dragged, disabled = false) {
  const t = useTexts()
  const { setNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: dragId(dragged),
    data: { dragged },
    disabled,
    attributes: { roleDescription: t('dnd.draggable') },
  })
  const role = attributes['aria-roledescription']
  const description = attributes['aria-describedby']
  // The same objects as long as nothing changed: what is inside is not drawn again while something else is dragged.
  const { pointer, handle } = useMemo(() => {
    const { onKeyDown, ...byPointer } = (listeners ?? {}) as Listeners
    const spoken = { 'aria-roledescription': role, 'aria-describedby': description }
    return { pointer: byPointer, handle: { ...byPointer, onKeyDown, ...spoken } }
  }, [listeners, role, description])
  return { ref: setNodeRef, dragging: isDragging, pointer, handle }
}

export type DragSource = ReturnType<typeof useDragSource>
