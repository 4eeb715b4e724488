import type { RecordAnswer, Values } from '@pipewright/contract'
import type { View } from '@pipewright/schemas'
import type { SaveRecord } from '../changes/use-changes.tsx'
import type { TableGrouping } from '../table/groups/table-entry.ts'
import type { TimelineSpan } from './timeline-span.ts'

/** Records without a date, and how many they are. */
export interface Unscheduled {
  readonly count: number | undefined
  readonly rows: readonly RecordAnswer[]
  readonly hasMore: boolean
  readonly loading: boolean
  readonly onMore: () => void
}

export interface RecordBarsProps {
  readonly view: View
  readonly label: string
  readonly span: TimelineSpan
  /** A day of the period that is in sight. */
  readonly day: string
  readonly onShow: (span: TimelineSpan, day: string) => void
  /** Rows and heads of groups; further ones are fetched when they come in sight. */
  readonly lines: TableGrouping
  /** How many records lie in the days that are drawn. */
  readonly count: number | undefined
  readonly loading: boolean
  /** Read only while they are looked at. */
  readonly unscheduled: Unscheduled
  readonly trayOpen: boolean
  readonly onTray: (open: boolean) => void
  readonly onMove: SaveRecord
  readonly onOpen: (record: RecordAnswer) => void
  /** Begins a record in a period. */
  readonly onCreate?: ((values: Values) => void) | undefined
}
