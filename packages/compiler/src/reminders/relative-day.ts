import { formatDate, parseDate, workingDayAfter, type WorkCalendar } from '@pipewright/logic'

/** So long before or after a date of a record. */
export interface RelativeDay {
  /** The date that is counted from. */
  readonly field: string
  /** 0: on the day itself. */
  readonly count: number
  readonly unit: 'days' | 'workdays'
  readonly side: 'before' | 'after'
}

/** The day that is so far from a date, "YYYY-MM-DD". */
export function relativeDay(
  date: string,
  { count, unit, side }: RelativeDay,
  calendar: WorkCalendar | undefined,
): string {
  const days = side === 'before' ? -count : count
  if (unit === 'workdays') return workingDayAfter(date, days, calendar)
  const at = parseDate(date)
  return (at === null ? null : formatDate(at + days)) ?? date
}
