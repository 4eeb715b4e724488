import { createContext, useContext } from 'react'
import type { Dragged, Drop } from './place-drop.ts'

/** What is being dragged and where it would land. */
export interface Dragging {
  readonly dragged: Dragged
  readonly drop: Drop | null
}

export const DraggingContext = createContext<Dragging | null>(null)

export const useDragging = (): Dragging | null => useContext(DraggingContext)

export const dragId = (dragged: Dragged): string => {
  if (dragged.kind === 'type') return `type:${dragged.type}`
  if (dragged.kind === 'library') return `library:${dragged.entry}`
  return dragged.kind === 'field' ? `field:${dragged.field}` : `section:${dragged.section}`
}
