import { dayIn, dayNumber, formatDate, isoWeekday, parseInstant, partsOf } from '../calendar.ts'
import type { DayNumber } from '../calendar.ts'
import { Decimal } from '../decimal.ts'
import type { SqlCall } from '../operation.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { once } from '../sql/once.ts'
import { dayOf } from '../sql/pieces.ts'
import type { Value } from '../value.ts'
import { wallClock } from '../zone.ts'
import { dateInRange } from './date-from-numbers.ts'

/** What is made of the day a date or an instant falls on; empty when it is neither. */
export function withDay<T>(value: Value, zone: string, make: (day: DayNumber) => T): T | null {
  const day = typeof value === 'string' ? dayIn(zone, value) : null
  return day === null ? null : make(day)
}

export function quarterOf(day: DayNumber): number {
  return Math.ceil(partsOf(day).month / 3)
}

export function yearDayOf(day: DayNumber): number {
  return day - dayNumber(partsOf(day).year, 1, 1) + 1
}

/** A week belongs to the year of its Thursday. */
export function isoWeekOf(day: DayNumber): number {
  return Math.ceil(yearDayOf(day - isoWeekday(day) + 4) / 7)
}

export function weekNumberOf(day: DayNumber): number {
  const first = isoWeekday(dayNumber(partsOf(day).year, 1, 1))
  return Math.floor((yearDayOf(day) + first - 2) / 7) + 1
}

export function monthLength(day: DayNumber): number {
  const { year, month } = partsOf(day)
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1)
}

const clockUnits = {
  hour: { size: 3_600_000, count: 24 },
  minute: { size: 60_000, count: 60 },
  second: { size: 1000, count: 60 },
}
export type ClockPart = keyof typeof clockUnits

export function clockPart(value: Value, zone: string, part: ClockPart): Decimal | null {
  const instant = typeof value === 'string' ? parseInstant(value) : null
  if (instant === null) return null
  const { size, count } = clockUnits[part]
  const units = Math.floor(wallClock(zone, instant) / size) % count
  return new Decimal(units < 0 ? units + count : units)
}

export function clockPartSql(value: SqlFragment, zone: string, part: ClockPart): SqlFragment {
  const names = { hour: sql`hour`, minute: sql`minute`, second: sql`second` }
  return sql`floor(extract(${names[part]} from ${value} at time zone ${param(zone, 'text')}))`
}

export type Stretch = 'week' | 'month' | 'quarter' | 'year'

function firstOf(day: DayNumber, stretch: Stretch): DayNumber {
  const { year, month } = partsOf(day)
  if (stretch === 'week') return day - isoWeekday(day) + 1
  if (stretch === 'month') return dayNumber(year, month, 1)
  return stretch === 'year' ? dayNumber(year, 1, 1) : dayNumber(year, quarterOf(day) * 3 - 2, 1)
}

function nextAfter(first: DayNumber, stretch: Stretch): DayNumber {
  const { year, month } = partsOf(first)
  const months = { week: 0, month: 1, quarter: 3, year: 12 }[stretch]
  return stretch === 'week' ? first + 7 : dayNumber(year, month + months, 1)
}

/** First or last day of the week, month, quarter or year around a date. */
export function boundOf(value: Value, zone: string, stretch: Stretch, end: 'start' | 'end'): string | null {
  return withDay(value, zone, (day) => {
    const first = firstOf(day, stretch)
    return formatDate(end === 'start' ? first : nextAfter(first, stretch) - 1)
  })
}

const lengths: Readonly<Record<Stretch, SqlFragment>> = {
  week: sql`interval '6 days'`,
  month: sql`interval '1 month - 1 day'`,
  quarter: sql`interval '3 months - 1 day'`,
  year: sql`interval '1 year - 1 day'`,
}

export function boundSql({ arg, context }: SqlCall, stretch: Stretch, end: 'start' | 'end'): SqlFragment {
  const bound = once([arg(0)], (value) => {
    const day = sql`${dayOf(value, arg(0).type, context.zone)}::timestamp`
    const first = sql`date_trunc(${param(stretch, 'text')}, ${day})`
    return end === 'start' ? sql`${first}::date` : sql`(${first} + ${lengths[stretch]})::date`
  })
  return dateInRange(bound)
}
