import type { RecordAnswer, Values } from '@pipewright/contract'
import type { View } from '@pipewright/schemas'
import type { SaveRecord } from '../changes/use-changes.tsx'
import type { CalendarSpan } from './calendar-span.ts'

export interface RecordCalendarProps {
  readonly view: View
  readonly label: string
  readonly span: CalendarSpan
  /** A day among those that are shown. */
  readonly day: string
  readonly onShow: (span: CalendarSpan, day: string) => void
  readonly rows: readonly RecordAnswer[]
  readonly loading: boolean
  readonly onMove: SaveRecord
  readonly onOpen: (record: RecordAnswer) => void
  /** Begins a record on a day. */
  readonly onCreate?: ((values: Values) => void) | undefined
}
