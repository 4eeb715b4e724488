import type { View } from '@pipewright/schemas'
import type { IconName } from '@pipewright/ui'

/** The icon of each kind of view. */
export const viewIcons: Readonly<Record<View['type'], IconName>> = {
  table: 'table',
  board: 'board',
  calendar: 'calendar',
  timeline: 'schedule',
  gallery: 'picture',
  map: 'pin',
  tree: 'relation',
}
