import type { EventInput } from '@fullcalendar/core'
import type { RecordAnswer } from '@pipewright/contract'
import { addDays } from '../moments/days.ts'
import type { RecordSpan } from '../moments/record-span.ts'

export interface EventLook {
  readonly spanOf: (record: RecordAnswer) => RecordSpan | null
  readonly untitled: string
  readonly movable: boolean
  readonly colorOf: (record: RecordAnswer) => string
}

/** Records as the calendar's library takes them; its clock is told the wall time of the member. */
export function calendarEvents(rows: readonly RecordAnswer[], look: EventLook): EventInput[] {
  return rows.flatMap((record) => {
    const span = look.spanOf(record)
    if (span === null) return []
    const color = look.colorOf(record)
    const last = span.end === null ? {} : { end: span.allDay ? addDays(span.end, 1) : span.end }
    return [
      {
        id: record.id,
        title: record.title || look.untitled,
        start: span.start,
        ...last,
        allDay: span.allDay,
        editable: look.movable && record.may?.update !== false,
        backgroundColor: `var(--pw-${color}-surface)`,
        borderColor: `var(--pw-${color}-solid)`,
        textColor: `var(--pw-${color}-text)`,
        extendedProps: { record },
      },
    ]
  })
}
