import type { View } from '@pipewright/schemas'
import { addDays, addMonths, firstOfMonth, startOfWeek } from '../moments/days.ts'
import type { DayWindow } from '../moments/window-filter.ts'

export const calendarSpans = ['month', 'week', 'day', 'agenda'] as const
export type CalendarSpan = (typeof calendarSpans)[number]

const shownWeeks = 6

/** The days that a calendar shows around one of them. */
export function calendarWindow(span: CalendarSpan, day: string, weekStart: number): DayWindow {
  if (span === 'day') return { from: day, until: addDays(day, 1) }
  if (span === 'agenda') return { from: firstOfMonth(day), until: addMonths(day, 1) }
  const from = startOfWeek(span === 'week' ? day : firstOfMonth(day), weekStart)
  return { from, until: addDays(from, span === 'week' ? 7 : shownWeeks * 7) }
}

/** One step back or on. */
export function stepped(span: CalendarSpan, day: string, steps: 1 | -1): string {
  if (span === 'day') return addDays(day, steps)
  return span === 'week' ? addDays(day, 7 * steps) : addMonths(day, steps)
}

/** How a calendar opens: as somebody left it, else as the builder said; an agenda on a phone. */
export function calendarSpan(asked: string | null, view: View, narrow: boolean): CalendarSpan {
  const own = (span: string | null | undefined) => calendarSpans.find((one) => one === span)
  return own(asked) ?? (narrow ? 'agenda' : (own(view.span) ?? 'month'))
}
