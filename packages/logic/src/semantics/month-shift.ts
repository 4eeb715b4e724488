import { addMonths, formatDate, partsOf, dayNumber } from '../calendar.ts'
import type { DayNumber } from '../calendar.ts'
import type { SqlCall } from '../operation.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { once } from '../sql/once.ts'
import { dayOf } from '../sql/pieces.ts'
import { integerOf } from '../value.ts'
import type { Value } from '../value.ts'
import { dateInRange } from './date-from-numbers.ts'

/** About 4,000 years, so that PostgreSQL never leaves its calendar on the way. */
const MOST = 48_000

export function startOfMonth(day: DayNumber): DayNumber {
  const { year, month } = partsOf(day)
  return dayNumber(year, month, 1)
}

export function lastOfMonth(day: DayNumber): DayNumber {
  const { year, month } = partsOf(day)
  return dayNumber(year, month + 1, 0)
}

/** The date some months away, and what is made of it. */
export function shiftedDay(
  day: DayNumber,
  months: Value,
  make: (day: DayNumber) => DayNumber = (shifted) => shifted,
): string | null {
  const count = integerOf(months)
  return count === null || Math.abs(count) > MOST ? null : formatDate(make(addMonths(day, count)))
}

export function shiftedSql(
  { arg, args, context }: SqlCall,
  make: (moment: SqlFragment) => SqlFragment,
): SqlFragment {
  const shifted = once(args, (value, months) => {
    const day = dayOf(value, arg(0).type, context.zone)
    const count = args.length > 1 ? sql`trunc(${months})` : sql`0`
    const moved = make(sql`(${day} + make_interval(months => (${count})::int))`)
    return sql`case when abs(${count}) <= ${param(MOST, 'int')} then ${moved}::date end`
  })
  return dateInRange(shifted)
}
