import { DndContext, DragOverlay } from '@dnd-kit/core'
import { libraryEntry } from '../library/library-entries.ts'
import { Icon } from '@pipewright/ui'
import type { ReactNode, RefObject } from 'react'
import { elementTypes, fieldTypes } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useDesign } from '../environment/design-context.ts'
import { nameOfDragged } from './describe-drop.ts'
import { DraggingContext, type WatchedDragging } from './drag-context.ts'
import type { Dragged } from './place-drop.ts'
import { useWatched } from '../environment/watched-value.ts'
import { SpokenPlace } from './spoken-place.tsx'
import { useDesignDrag } from './use-design-drag.ts'
import { elementsByKey } from '../tree/fields-by-key.ts'
import { useTexts } from '../texts/use-texts.ts'

const iconOf = (form: Form, dragged: Dragged): string => {
  if (dragged.kind === 'section') return 'layout'
  if (dragged.kind === 'element') return elementTypes[dragged.type].icon
  const element = dragged.kind === 'field' ? elementsByKey(form).get(dragged.field) : undefined
  if (element !== undefined) return elementTypes[element.type].icon
  const type =
    dragged.kind === 'type'
      ? dragged.type
      : dragged.kind === 'library'
        ? libraryEntry(dragged.entry)?.field.type
        : form.fields.find(({ key }) => key === dragged.field)?.type
  return type === undefined ? 'text' : fieldTypes[type].icon
}

/** What is carried, beside the pointer. */
function DragCard({ form, dragging }: { readonly form: Form; readonly dragging: WatchedDragging }) {
  const t = useTexts()
  const { locale } = useDesign()
  const dragged = useWatched(dragging, (now) => now?.dragged ?? null)
  if (dragged === null) return null
  return (
    <div className="pwd-drag-card">
      <Icon name={iconOf(form, dragged)} />
      {nameOfDragged(form, dragged, locale, t)}
    </div>
  )
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
  return (
    <DndContext
      sensors={sensors}
      {...handlers}
      accessibility={{
        screenReaderInstructions: { draggable: t('dnd.instructions') },
        announcements: {
          onDragStart: () => t('dnd.lifted', { name: name() }),
          // Each place is spoken by itself.
          onDragMove: () => undefined,
          onDragOver: () => undefined,
          onDragEnd: () => t('dnd.dropped', { name: name() }),
          onDragCancel: () => t('dnd.cancelled', { name: name() }),
        },
      }}
    >
      <DraggingContext value={dragging}>{children}</DraggingContext>
      <SpokenPlace form={form} dragging={dragging} />
      <DragOverlay dropAnimation={null}>
        <DragCard form={form} dragging={dragging} />
      </DragOverlay>
    </DndContext>
  )
}
