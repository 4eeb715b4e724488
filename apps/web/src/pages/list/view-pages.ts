import type { View } from '@pipewright/schemas'
import { lazy, type ComponentType } from 'react'
import type { ListProps } from './list-props.ts'

type ViewPages = Readonly<Record<View['type'], ComponentType<ListProps>>>

/** What draws each kind of view; each comes when it is first shown. */
export const viewPages: ViewPages = {
  table: lazy(async () => ({ default: (await import('./table-view.tsx')).TableView })),
  board: lazy(async () => ({ default: (await import('./board-view.tsx')).BoardView })),
  calendar: lazy(async () => ({ default: (await import('./calendar-view.tsx')).CalendarView })),
  timeline: lazy(async () => ({ default: (await import('./timeline-view.tsx')).TimelineView })),
  map: lazy(async () => ({ default: (await import('./map/map-view.tsx')).MapView })),
  tree: lazy(async () => ({ default: (await import('./tree-view.tsx')).TreeView })),
  gallery: lazy(async () => ({ default: (await import('./gallery-view.tsx')).GalleryView })),
}
