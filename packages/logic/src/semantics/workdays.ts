import { formatDate, isoWeekday, parseDate } from '../calendar.ts'
import type { DayNumber } from '../calendar.ts'
import { Decimal } from '../decimal.ts'
import type { Call, SqlArg, SqlCall } from '../operation.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { asFlag, dayOf } from '../sql/pieces.ts'
import { requireType } from '../typing.ts'
import type { Want } from '../typing.ts'
import { listElements } from '../value.ts'
import type { Value } from '../value.ts'
import { DATE } from '../value-type.ts'
import type { ValueType } from '../value-type.ts'
import { dateInRange } from './date-from-numbers.ts'
import { requireListOf } from './lists.ts'

/** Holidays on weekdays, and weekend days that are worked. */
interface SpecialDays {
  readonly off: ReadonlySet<DayNumber>
  readonly worked: ReadonlySet<DayNumber>
}

const MOST_WORKDAYS = 2000

/** The first parameters as given, then two lists of dates. */
export function checkWorkdays(call: Call, wants: readonly Want[], result: ValueType): ValueType {
  call.args.forEach((node, index) => {
    const want = wants[index]
    if (want) requireType(call, node, want)
    else requireListOf(call, node, DATE)
  })
  return result
}

function daysOf(list: Value | undefined, isOnWeekend: boolean): Set<DayNumber> {
  const days = listElements(list ?? null).flatMap((each) =>
    typeof each === 'string' ? (parseDate(each) ?? []) : [],
  )
  return new Set(days.filter((day) => isoWeekday(day) > 5 === isOnWeekend))
}

export function specialDays(holidays: Value | undefined, worked: Value | undefined): SpecialDays {
  return { off: daysOf(holidays, false), worked: daysOf(worked, true) }
}

export function worksOn(day: DayNumber, { off, worked }: SpecialDays): boolean {
  return isoWeekday(day) > 5 ? worked.has(day) : !off.has(day)
}

/** Weekdays before a day, counted from a Monday. */
function weekdaysBefore(day: DayNumber): number {
  const days = day + 3
  const weeks = Math.floor(days / 7)
  return weeks * 5 + Math.min(days - weeks * 7, 5)
}

export function workdaysBetween(start: DayNumber, end: DayNumber, special: SpecialDays): Decimal {
  const [from, to] = start <= end ? [start, end] : [end, start]
  const within = (days: ReadonlySet<DayNumber>) => [...days].filter((day) => day >= from && day <= to).length
  const count = weekdaysBefore(to + 1) - weekdaysBefore(from) - within(special.off) + within(special.worked)
  return new Decimal(start <= end ? count : -count)
}

export function workdayAfter(start: DayNumber, count: number | null, special: SpecialDays): string | null {
  if (count === null || Math.abs(count) > MOST_WORKDAYS) return null
  const direction = count < 0 ? -1 : 1
  let day = start
  for (let left = Math.abs(count); left > 0;) {
    day += direction
    if (worksOn(day, special)) left -= 1
  }
  return formatDate(day)
}

const monday = sql`date '1969-12-29'`

function weekdaysBeforeSql(day: SqlFragment): SqlFragment {
  const days = sql`(${day} - ${monday})`
  const weeks = sql`floor(${days} / 7.0)`
  return sql`(${weeks} * 5 + least(${days} - ${weeks} * 7, 5))`
}

/** Different days of a list that lie on weekends, or do not. */
function daysSql(list: SqlArg | undefined, isOnWeekend: boolean): SqlFragment {
  if (!list) return sql`select null::date as d where false`
  const side = isOnWeekend ? sql`> 5` : sql`<= 5`
  return sql`select distinct _h.d from (${list.rows()}) as _h(d) where extract(isodow from _h.d) ${side}`
}

function workdayConditionSql(
  day: SqlFragment,
  off: SqlArg | undefined,
  worked: SqlArg | undefined,
): SqlFragment {
  return sql`case when extract(isodow from ${day}) > 5 then ${day} in (${daysSql(worked, true)}) else ${day} not in (${daysSql(off, false)}) end`
}

export function isWorkdaySql({ arg, args, context, mode }: SqlCall): SqlFragment {
  const day = dayOf(arg(0).value(), arg(0).type, context.zone)
  const condition = workdayConditionSql(sql`_k.d`, args[1], args[2])
  return asFlag(
    sql`(select ${condition} from (select ${day} as d offset 0) as _k where _k.d is not null)`,
    mode,
  )
}

export function workdaysBetweenSql({ arg, args, context }: SqlCall): SqlFragment {
  const [start, end] = [arg(0), arg(1)].map((each) => dayOf(each.value(), each.type, context.zone))
  const ends = sql`select least(_k.s, _k.e) as f, greatest(_k.s, _k.e) as t, case when _k.s <= _k.e then 1 else -1 end as g from (select ${start ?? sql``} as s, ${end ?? sql``} as e offset 0) as _k where _k.s is not null and _k.e is not null`
  const within = (list: SqlArg | undefined, isOnWeekend: boolean) =>
    sql`(select count(*) from (${daysSql(list, isOnWeekend)}) as _n(d) where _n.d between _b.f and _b.t)`
  const count = sql`${weekdaysBeforeSql(sql`(_b.t + 1)`)} - ${weekdaysBeforeSql(sql`_b.f`)} - ${within(args[2], false)} + ${within(args[3], true)}`
  return sql`(select ((${count}) * _b.g)::numeric from (${ends}) as _b)`
}

/** Looks through as many days as the working days and holidays can take at most. */
export function workdayAfterSql({ arg, args, context }: SqlCall): SqlFragment {
  const start = dayOf(arg(0).value(), arg(0).type, context.zone)
  const given = sql`select ${start} as s, trunc(${arg(1).value()}) as n offset 0`
  const usable = sql`select _k.s, _k.n::int as n, sign(_k.n)::int as g, (select count(*) from (${daysSql(args[2], false)}) as _n(d))::int as h from (${given}) as _k where _k.s is not null and abs(_k.n) <= ${param(MOST_WORKDAYS, 'int')}`
  const reach = sql`generate_series(1, (abs(_b.n) + _b.h) * 7 / 5 + 7) as _g(i)`
  const found = sql`select _b.s + _b.g * _g.i as d from ${reach} where ${workdayConditionSql(sql`(_b.s + _b.g * _g.i)`, args[2], args[3])} order by _g.i offset greatest(abs(_b.n) - 1, 0) limit 1`
  return dateInRange(sql`(select case when _b.n = 0 then _b.s else (${found}) end from (${usable}) as _b)`)
}
