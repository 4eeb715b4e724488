import type { WorkCalendar } from '@pipewright/logic'
import type { View } from '@pipewright/schemas'
import { addDays, addMonths, firstOfMonth, startOfWeek } from '../moments/days.ts'
import type { DayWindow } from '../moments/window-filter.ts'

export const timelineSpans = ['day', 'week', 'month', 'quarter', 'year'] as const
/** How much time is in sight at once. */
export type TimelineSpan = (typeof timelineSpans)[number]

const usual: WorkCalendar = { weekStart: 1, fiscalMonth: 1 }
const monthsOf = { quarter: 3, year: 12 } as const

/** The first day of the fiscal quarter or year that a day lies in. */
function startOfMonths(day: string, months: number, fiscalMonth: number): string {
  const month = Number(day.slice(5, 7))
  return addMonths(firstOfMonth(day), -((month - fiscalMonth + 12) % months))
}

/** The first day of the period that a day lies in, as the workspace counts weeks and fiscal years. */
export function startOfPeriod(span: TimelineSpan, day: string, calendar: WorkCalendar = usual): string {
  if (span === 'day') return day.slice(0, 10)
  if (span === 'week') return startOfWeek(day, calendar.weekStart)
  if (span === 'month') return firstOfMonth(day)
  return startOfMonths(day, monthsOf[span], calendar.fiscalMonth)
}

/** The first day of the period some periods on. */
export function periodAfter(
  span: TimelineSpan,
  day: string,
  steps: number,
  calendar: WorkCalendar = usual,
): string {
  const first = startOfPeriod(span, day, calendar)
  if (span === 'day') return addDays(first, steps)
  if (span === 'week') return addDays(first, 7 * steps)
  return addMonths(first, steps * (span === 'month' ? 1 : monthsOf[span]))
}

/** The days that are drawn: the period that is in sight, and one to scroll to on either side. */
export const timelineWindow = (span: TimelineSpan, day: string, calendar?: WorkCalendar): DayWindow => ({
  from: periodAfter(span, day, -1, calendar),
  until: periodAfter(span, day, 2, calendar),
})

/** How a timeline opens: as somebody left it, else as the builder said. */
export function timelineSpan(asked: string | null, view: View): TimelineSpan {
  const own = (span: string | null | undefined) => timelineSpans.find((one) => one === span)
  return own(asked) ?? own(view.span) ?? 'month'
}
