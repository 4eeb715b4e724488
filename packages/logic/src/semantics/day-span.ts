import {
  dayIn,
  dayNumber,
  formatDate,
  formatInstant,
  isoWeekday,
  parseDate,
  partsOf,
  startOfDay,
} from '../calendar.ts'
import type { DayNumber } from '../calendar.ts'
import type { Call, EvaluationContext, SqlCall, WorkCalendar } from '../operation.ts'
import { literalInteger, requireType } from '../typing.ts'
import { integerOf } from '../value.ts'
import type { Value } from '../value.ts'
import { BOOLEAN } from '../value-type.ts'
import type { ValueType } from '../value-type.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { once } from '../sql/once.ts'
import { asFlag } from '../sql/pieces.ts'

/** First and last day of a stretch around today; without one of them it goes on without end. */
export type DaySpan = (
  today: DayNumber,
  days: number,
  calendar: WorkCalendar,
) => { first: DayNumber | undefined; last: DayNumber | undefined }

const plainCalendar: WorkCalendar = { weekStart: 1, fiscalMonth: 1 }

/** A week, some weeks away from that of a day. */
export function weekFrom(today: DayNumber, weeks: number, { weekStart }: WorkCalendar): ReturnType<DaySpan> {
  const first = today - ((isoWeekday(today) - weekStart + 7) % 7) + weeks * 7
  return { first, last: first + 6 }
}

/** A month, quarter or year (1, 3 or 12 months), some of them away from that of a day, in years that begin with a month. */
export function monthsFrom(
  today: DayNumber,
  length: 1 | 3 | 12,
  count: number,
  firstMonth = 1,
): ReturnType<DaySpan> {
  const { year, month } = partsOf(today)
  const begin = month - ((month - firstMonth + 12) % length) + count * length
  return { first: dayNumber(year, begin, 1), last: dayNumber(year, begin + length, 0) }
}

export function checkDays(call: Call): ValueType {
  requireType(call, call.args[0], 'moment')
  literalInteger(call, 1, 0, 36_500)
  return BOOLEAN
}

function spanAt(span: DaySpan, context: EvaluationContext, days: Value): ReturnType<DaySpan> {
  return span(parseDate(context.today) ?? 0, integerOf(days) ?? 0, context.calendar ?? plainCalendar)
}

export function isWithin(
  [value, days]: readonly Value[],
  context: EvaluationContext,
  span: DaySpan,
): boolean {
  const day = typeof value === 'string' ? dayIn(context.zone, value) : null
  if (day === null) return false
  const { first, last } = spanAt(span, context, days ?? null)
  return (first === undefined || day >= first) && (last === undefined || day <= last)
}

/** Compares the bare column with both ends, so that its index serves. */
export function withinSql({ arg, args, context, mode }: SqlCall, span: DaySpan): SqlFragment {
  const { first, last } = spanAt(span, context, args[1]?.literal?.value ?? null)
  const isInstant = arg(0).type.kind === 'dateTime'
  const bound = (day: DayNumber) =>
    isInstant
      ? param(formatInstant(startOfDay(context.zone, day)), 'timestamptz')
      : param(formatDate(day), 'date')
  const condition = once([arg(0)], (column) => {
    const lower = first === undefined ? undefined : sql`${column} >= ${bound(first)}`
    const after = isInstant ? sql`<` : sql`<=`
    const upper =
      last === undefined ? undefined : sql`${column} ${after} ${bound(isInstant ? last + 1 : last)}`
    if (lower && upper) return sql`(${lower} and ${upper})`
    return lower ?? upper ?? sql`${column} is not null`
  })
  return asFlag(condition, mode)
}
