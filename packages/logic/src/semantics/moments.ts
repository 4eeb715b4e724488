import { formatInstant } from '../calendar.ts'
import type { DayNumber } from '../calendar.ts'
import type { SqlCall } from '../operation.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { once } from '../sql/once.ts'
import { dayOf } from '../sql/pieces.ts'
import { integerOf } from '../value.ts'
import type { Value } from '../value.ts'
import { instantAt } from '../zone.ts'
import { dateFromNumbers, dateFromNumbersSql, instantInRange } from './date-from-numbers.ts'

const DAY_MS = 86_400_000
const MOST = [23, 59, 59]
const SIZES = [3_600_000, 60_000, 1000]

/** The instant at which the clock in the zone shows hour, minute and second on a day. */
export function momentAt(day: DayNumber, clock: readonly Value[], zone: string): string | null {
  let wall = day * DAY_MS
  for (const [index, value] of clock.entries()) {
    const part = integerOf(value)
    if (part === null || part < 0 || part > (MOST[index] ?? 0)) return null
    wall += part * (SIZES[index] ?? 0)
  }
  return formatInstant(instantAt(zone, wall, 'second'))
}

export function momentSql({ arg, args, context }: SqlCall): SqlFragment {
  const made = once(args, (value, ...clock) => {
    const [hour, minute, second] = [0, 1, 2].map((index) => clock[index] ?? sql`0`) as [
      SqlFragment,
      SqlFragment,
      SqlFragment,
    ]
    const parts = [hour, minute, second].map((part) => sql`trunc(${part})`) as [
      SqlFragment,
      SqlFragment,
      SqlFragment,
    ]
    const isClock = sql`${parts[0]} between 0 and 23 and ${parts[1]} between 0 and 59 and ${parts[2]} between 0 and 59`
    const interval = sql`make_interval(hours => ${parts[0]}::int, mins => ${parts[1]}::int, secs => ${parts[2]})`
    const wall = sql`(${dayOf(value, arg(0).type, context.zone)} + ${interval})`
    return sql`case when ${isClock} then ${wall} at time zone ${param(context.zone, 'text')} end`
  })
  return instantInRange(made)
}

/** How a text may write a day; a pattern that JavaScript and PostgreSQL read alike. */
const WRITTEN_DAY = /^([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?$/

export function readDay(text: string): string | null {
  const [, year, month, day] = (WRITTEN_DAY.exec(text) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined) return null
  const date = dateFromNumbers(year, month, day)
  // The 30th of February would be a day of March.
  return date !== null && Number(date.slice(5, 7)) === month && Number(date.slice(8)) === day ? date : null
}

export function readDaySql(text: SqlFragment): SqlFragment {
  const numbers = sql`select regexp_match(${text}, ${param(WRITTEN_DAY.source, 'text')})::numeric[] as n offset 0`
  const date = dateFromNumbersSql(sql`_t.n[1]`, sql`_t.n[2]`, sql`_t.n[3]`)
  const read = sql`select ${date} as d, _t.n from (${numbers}) as _t offset 0`
  return sql`(select case when extract(month from _y.d) = _y.n[2] and extract(day from _y.d) = _y.n[3] then _y.d end from (${read}) as _y)`
}
