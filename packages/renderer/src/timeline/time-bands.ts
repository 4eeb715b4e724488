import type { WorkCalendar } from '@pipewright/logic'
import { addDays, weekdayOf } from '../moments/days.ts'
import { placeOfTime, type TimeScale } from './time-scale.ts'
import { periodAfter, startOfPeriod, type TimelineSpan } from './timeline-span.ts'

export type BandUnit = TimelineSpan | 'hour'

/** A piece of the head: a day, a week, a month … from here to there. */
export interface Band {
  readonly at: string
  readonly left: number
  readonly width: number
}

/** What the two lines of the head count in. */
export const bandUnits: Readonly<Record<TimelineSpan, readonly [TimelineSpan, BandUnit]>> = {
  day: ['day', 'hour'],
  week: ['month', 'day'],
  month: ['month', 'day'],
  quarter: ['month', 'week'],
  year: ['year', 'month'],
}

const hours = Array.from({ length: 24 }, (_, hour) => `T${String(hour).padStart(2, '0')}:00:00`)

const hourBands = (scale: TimeScale): Band[] =>
  dayStarts(scale).flatMap((day) =>
    hours.map((hour) => ({
      at: day + hour,
      left: placeOfTime(scale, day + hour),
      width: scale.dayWidth / 24,
    })),
  )

/** The days that are drawn, each by its name. */
export function dayStarts({ from, until }: Pick<TimeScale, 'from' | 'until'>): string[] {
  const days: string[] = []
  for (let day = from; day < until; day = addDays(day, 1)) days.push(day)
  return days
}

/** The pieces of one line of the head; the first and the last are cut where the window is. */
export function timeBands(scale: TimeScale, unit: BandUnit, calendar?: WorkCalendar): Band[] {
  if (unit === 'hour') return hourBands(scale)
  const bands: Band[] = []
  let at = startOfPeriod(unit, scale.from, calendar)
  while (at < scale.until) {
    const next = periodAfter(unit, at, 1, calendar)
    const left = Math.max(0, placeOfTime(scale, at))
    const right = Math.min(scale.width, placeOfTime(scale, next))
    bands.push({ at, left, width: right - left })
    at = next
  }
  return bands
}

/** Weekends are shaded where days can be told apart. */
export function weekendBands(scale: TimeScale): Band[] {
  if (scale.span === 'year') return []
  return dayStarts(scale).flatMap((day) =>
    weekdayOf(day) > 5 ? [{ at: day, left: placeOfTime(scale, day), width: scale.dayWidth }] : [],
  )
}
