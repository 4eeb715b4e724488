import { DndContext, DragOverlay } from '@dnd-kit/core'
import { libraryEntry } from '../library/library-entries.ts'
import { Icon } from '@pipewright/ui'
import type { ReactNode, RefObject } from 'react'
import { fieldTypes } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useDesign } from '../environment/design-context.ts'
import { describeDrop, nameOfDragged } from './describe-drop.ts'
import { DraggingContext, type Dragging } from './drag-context.ts'
import { useDesignDrag } from './use-design-drag.ts'
import { useTexts } from '../texts/use-texts.ts'

const iconOf = (form: Form, { dragged }: Dragging): string => {
  if (dragged.kind === 'section') return 'layout'
  const type =
    dragged.kind === 'type'
      ? dragged.type
      : dragged.kind === 'library'
        ? libraryEntry(dragged.entry)?.field.type
        : form.fields.find(({ key }) => key === dragged.field)?.type
  return type === undefined ? 'text' : fieldTypes[type].icon
}

export interface DesignDragProps {
  readonly form: Form
  readonly canvas: RefObject<HTMLElement | null>
  readonly children: ReactNode
}

/** Dragging by pointer, finger and keyboard over palette and canvas; spoken in the language of the interface. */
export function DesignDrag({ form, canvas, children }: DesignDragProps) {
  const t = useTexts()
  const { locale } = useDesign()
  const { sensors, dragging, latest, handlers } = useDesignDrag(form, canvas)
  const name = () => (latest.current === null ? '' : nameOfDragged(form, latest.current.dragged, locale, t))
  const place = () => describeDrop(form, latest.current?.drop ?? null, locale, t)
  return (
    <DndContext
      sensors={sensors}
      {...handlers}
      accessibility={{
        screenReaderInstructions: { draggable: t('dnd.instructions') },
        announcements: {
          onDragStart: () => t('dnd.lifted', { name: name() }),
          onDragMove: () => `${name()}: ${place()}`,
          onDragOver: () => undefined,
          onDragEnd: () => t('dnd.dropped', { name: name() }),
          onDragCancel: () => t('dnd.cancelled', { name: name() }),
        },
      }}
    >
      <DraggingContext value={dragging}>{children}</DraggingContext>
      <DragOverlay dropAnimation={null}>
        {dragging !== null && (
          <div className="pwd-drag-card">
            <Icon name={iconOf(form, dragging)} />
            {nameOfDragged(form, dragging.dragged, locale, t)}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  )
}
