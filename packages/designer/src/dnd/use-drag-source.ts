import { useDraggable } from '@dnd-kit/core'
import type { PointerEventHandler, KeyboardEventHandler, MouseEventHandler, TouchEventHandler } from 'react'
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
  const { onKeyDown, ...pointer } = (listeners ?? {}) as Listeners
  return {
    ref: setNodeRef,
    dragging: isDragging,
    pointer,
    handle: {
      ...pointer,
      onKeyDown,
      'aria-roledescription': attributes['aria-roledescription'],
      'aria-describedby': attributes['aria-describedby'],
    },
  }
}
