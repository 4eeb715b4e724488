import { dayNumber, formatDate } from '../calendar.ts'
import { sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'

const MONTHS = 1200
const DAYS = 36_600

/** Month 13 is next January, day 0 the last day of the month before; null outside the years 1 to 9999. */
export function dateFromNumbers(
  year: number | null,
  month: number | null,
  day: number | null,
): string | null {
  if (year === null || month === null || day === null) return null
  if (year < 1 || year > 9999 || Math.abs(month) > MONTHS || Math.abs(day) > DAYS) return null
  return formatDate(dayNumber(year, month, day))
}

/** Keeps a date inside the calendar of the language. */
export function dateInRange(date: SqlFragment): SqlFragment {
  return sql`(select case when _d.d between date '0001-01-01' and date '9999-12-31' then _d.d end from (select ${date} as d offset 0) as _d)`
}

export function instantInRange(instant: SqlFragment): SqlFragment {
  const range = sql`timestamptz '0001-01-01 00:00:00Z' and timestamptz '9999-12-31 23:59:59.999Z'`
  return sql`(select case when _d.d between ${range} then _d.d end from (select ${instant} as d offset 0) as _d)`
}

export function dateFromNumbersSql(year: SqlFragment, month: SqlFragment, day: SqlFragment): SqlFragment {
  const isUsable = sql`_n.y between 1 and 9999 and abs(_n.m) <= 1200 and abs(_n.d) <= 36600`
  const moved = sql`(make_date(_n.y::int, 1, 1) + make_interval(months => _n.m::int - 1) + make_interval(days => _n.d::int - 1))::date`
  const numbers = sql`select trunc(${year}) as y, trunc(${month}) as m, trunc(${day}) as d offset 0`
  return dateInRange(sql`(select case when ${isUsable} then ${moved} end from (${numbers}) as _n)`)
}
