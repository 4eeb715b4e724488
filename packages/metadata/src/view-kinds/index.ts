import type { View } from '@pipewright/schemas'
import { board } from './board.ts'
import { calendar } from './calendar.ts'
import { gallery } from './gallery.ts'
import { map } from './map.ts'
import { table } from './table.ts'
import { timeline } from './timeline.ts'
import { tree } from './tree.ts'
import type { ViewKind, ViewSetting } from './view-kind.ts'
import { viewSettings } from './view-settings.ts'

/** Every way to show records, one file each. */
export const viewKinds: Readonly<Record<View['type'], ViewKind>> = {
  table,
  board,
  calendar,
  timeline,
  gallery,
  map,
  tree,
}

export const settingsOf = ({ required, optional }: ViewKind): readonly ViewSetting[] => [
  ...required,
  ...optional,
]

export const everyViewSetting = Object.keys(viewSettings) as ViewSetting[]
