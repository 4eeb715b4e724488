import type { RecordAnswer } from '@pipewright/contract'
import type { MomentFields } from '../moments/moment-fields.ts'
import type { RecordSpan } from '../moments/record-span.ts'
import type { Placing } from '../moments/use-placing.tsx'
import type { TimeScale } from './time-scale.ts'

/** What all lines of a timeline share. */
export interface TimelineSite {
  readonly form: string
  readonly fields: MomentFields
  readonly scale: TimeScale
  /** What scrolls the days and lines. */
  readonly scroller: () => HTMLElement | null
  /** How wide the names before the days are. */
  readonly side: number
  /** Whether records are whole days. */
  readonly allDay: boolean
  readonly movable: boolean
  readonly lengthens: boolean
  readonly placing: Placing
  readonly mayMove: (record: RecordAnswer) => boolean
  readonly colorOf: (record: RecordAnswer) => string
  readonly nameOf: (record: RecordAnswer) => string | undefined
  readonly onOpen: (record: RecordAnswer) => void
  /** Begins a record in a period, in the group whose values are given. */
  readonly createIn: ((span: RecordSpan, group: GroupValue | null) => void) | undefined
  /** Shows other days, so that a period comes in sight. */
  readonly reveal: (span: RecordSpan) => void
  /** What describes the keys. */
  readonly hint: string
}

export interface GroupValue {
  readonly field: string
  readonly value: string | boolean
}

/** By its keys a line is told from others, and found among those that are drawn. */
export const stopSelector = '[data-stop]'
