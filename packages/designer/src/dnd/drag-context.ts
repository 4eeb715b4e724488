import { createContext, use } from 'react'
import { createWatchedValue, useWatched, type WatchedValue } from '../environment/watched-value.ts'
import type { Dragged, Drop } from './place-drop.ts'

/** What is being dragged and where it would land. */
export interface Dragging {
  readonly dragged: Dragged
  readonly drop: Drop | null
  /** It was taken up and not moved yet. */
  readonly isLifted?: true
}

export type WatchedDragging = WatchedValue<Dragging | null>

const nothing: WatchedDragging = createWatchedValue<Dragging | null>(null)

export const DraggingContext = createContext<WatchedDragging>(nothing)

type Side = 'before' | 'after' | undefined

const sideOf = (at: number, position: number, isLast: boolean): Side => {
  if (at === position) return 'before'
  return isLast && at > position ? 'after' : undefined
}

/** Whether what is dragged would land before or behind this field. */
export const useDropSide = (section: string, position: number, isLast: boolean): Side =>
  useWatched(use(DraggingContext), (dragging) => {
    const drop = dragging?.drop
    return drop?.kind === 'field' && drop.section === section
      ? sideOf(drop.index, position, isLast)
      : undefined
  })

/** Whether the section that is dragged would land before or behind this one. */
export const useSectionDropSide = (position: number, isLast: boolean): Side =>
  useWatched(use(DraggingContext), (dragging) => {
    const drop = dragging?.drop
    return drop?.kind === 'section' ? sideOf(drop.index, position, isLast) : undefined
  })

/** Whether what is dragged would land somewhere in this section. */
export const useIsDropSection = (section: string): boolean =>
  useWatched(use(DraggingContext), (dragging) => {
    const drop = dragging?.drop
    return drop?.kind === 'field' && drop.section === section
  })

export const dragId = (dragged: Dragged): string => {
  if (dragged.kind === 'type') return ['type', dragged.type, dragged.variant].filter(Boolean).join(':')
  if (dragged.kind === 'element') return `element:${dragged.type}`
  if (dragged.kind === 'library') return `library:${dragged.entry}`
  return dragged.kind === 'field' ? `field:${dragged.field}` : `section:${dragged.section}`
}
