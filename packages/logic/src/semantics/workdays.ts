import { formatDate, parseDate } from '../calendar.ts'
import type { DayNumber } from '../calendar.ts'
import { Decimal } from '../decimal.ts'
import type { Call, EvaluationContext, SqlArg, SqlCall } from '../operation.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { asFlag, dayOf } from '../sql/pieces.ts'
import { requireType } from '../typing.ts'
import type { Want } from '../typing.ts'
import { listElements } from '../value.ts'
import type { Value } from '../value.ts'
import { DATE } from '../value-type.ts'
import type { ValueType } from '../value-type.ts'
import { isWorked, workDaysOf } from '../work-days.ts'
import type { WorkDays } from '../work-days.ts'
import { dateInRange } from './date-from-numbers.ts'
import { requireListOf } from './lists.ts'

/** What a use names besides the calendar: holidays on days that are worked else, and days off that are worked. */
interface SpecialDays {
  readonly days: WorkDays
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

function daysOf(list: Value | undefined, days: WorkDays, areWorked: boolean): Set<DayNumber> {
  const listed = listElements(list ?? null).flatMap((each) =>
    typeof each === 'string' ? (parseDate(each) ?? []) : [],
  )
  return new Set(listed.filter((day) => isWorked(day, days) === areWorked))
}

export function specialDays(
  holidays: Value | undefined,
  worked: Value | undefined,
  { calendar }: EvaluationContext,
): SpecialDays {
  const days = workDaysOf(calendar)
  return { days, off: daysOf(holidays, days, true), worked: daysOf(worked, days, false) }
}

export function worksOn(day: DayNumber, { days, off, worked }: SpecialDays): boolean {
  return isWorked(day, days) ? !off.has(day) : worked.has(day)
}

/** Days before a day that are worked by their day of the week, counted from a Monday. */
function weekdaysBefore(day: DayNumber, { weekdays, before }: WorkDays): number {
  const days = day + 3
  const weeks = Math.floor(days / 7)
  return weeks * weekdays.size + (before[days - weeks * 7] ?? 0)
}

export function workdaysBetween(start: DayNumber, end: DayNumber, special: SpecialDays): Decimal {
  const [from, to] = start <= end ? [start, end] : [end, start]
  const { days, off, worked } = special
  const within = (some: ReadonlySet<DayNumber>) => [...some].filter((day) => day >= from && day <= to).length
  const weekdays = weekdaysBefore(to + 1, days) - weekdaysBefore(from, days)
  const count = weekdays - within(days.off) + within(days.worked) - within(off) + within(worked)
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

const numbers = (values: readonly number[]): SqlFragment => param(values.map(String), 'int', true)

const dayList = (days: ReadonlySet<DayNumber>): SqlFragment =>
  param(
    [...days].map((day) => formatDate(day) ?? '0001-01-01'),
    'date',
    true,
  )

function weekdaysBeforeSql(day: SqlFragment, { weekdays, before }: WorkDays): SqlFragment {
  const days = sql`(${day} - ${monday})`
  const weeks = sql`floor(${days} / 7.0)::int`
  return sql`(${weeks} * ${param(weekdays.size, 'int')} + (${numbers(before)})[${days} - ${weeks} * 7 + 1])`
}

/** Whether the calendar of the workspace works on a day. */
function workedSql(day: SqlFragment, { weekdays, off, worked }: WorkDays): SqlFragment {
  const byWeekday = sql`extract(isodow from ${day})::int = any(${numbers([...weekdays])})`
  const called = off.size === 0 ? sql`` : sql`when ${day} = any(${dayList(off)}) then false `
  const shifted = worked.size === 0 ? sql`` : sql`when ${day} = any(${dayList(worked)}) then true `
  if (off.size + worked.size === 0) return sql`(${byWeekday})`
  return sql`(case ${called}${shifted}else ${byWeekday} end)`
}

/** Different days of a list that the calendar works on, or does not. */
function daysSql(list: SqlArg | undefined, days: WorkDays, areWorked: boolean): SqlFragment {
  if (!list) return sql`select null::date as d where false`
  const condition = workedSql(sql`_h.d`, days)
  const side = areWorked ? condition : sql`not ${condition}`
  return sql`select distinct _h.d from (${list.rows()}) as _h(d) where ${side}`
}

function workdayConditionSql(
  day: SqlFragment,
  days: WorkDays,
  [off, worked]: readonly (SqlArg | undefined)[],
): SqlFragment {
  const usual = workedSql(day, days)
  if (off === undefined && worked === undefined) return usual
  return sql`case when ${usual} then ${day} not in (${daysSql(off, days, true)}) else ${day} in (${daysSql(worked, days, false)}) end`
}

export function isWorkdaySql({ arg, args, context, mode }: SqlCall): SqlFragment {
  const day = dayOf(arg(0).value(), arg(0).type, context.zone)
  const condition = workdayConditionSql(sql`_k.d`, workDaysOf(context.calendar), args.slice(1))
  return asFlag(
    sql`(select ${condition} from (select ${day} as d offset 0) as _k where _k.d is not null)`,
    mode,
  )
}

export function workdaysBetweenSql({ arg, args, context }: SqlCall): SqlFragment {
  const days = workDaysOf(context.calendar)
  const [start, end] = [arg(0), arg(1)].map((each) => dayOf(each.value(), each.type, context.zone))
  const ends = sql`select least(_k.s, _k.e) as f, greatest(_k.s, _k.e) as t, case when _k.s <= _k.e then 1 else -1 end as g from (select ${start ?? sql``} as s, ${end ?? sql``} as e offset 0) as _k where _k.s is not null and _k.e is not null`
  const within = (some: SqlFragment) =>
    sql`(select count(*) from (${some}) as _n(d) where _n.d between _b.f and _b.t)`
  const listed = (list: SqlArg | undefined, areWorked: boolean) => within(daysSql(list, days, areWorked))
  const called = (some: ReadonlySet<DayNumber>) =>
    some.size === 0 ? sql`0` : within(sql`select unnest(${dayList(some)})`)
  const weekdays = sql`${weekdaysBeforeSql(sql`(_b.t + 1)`, days)} - ${weekdaysBeforeSql(sql`_b.f`, days)}`
  const count = sql`${weekdays} - ${called(days.off)} + ${called(days.worked)} - ${listed(args[2], true)} + ${listed(args[3], false)}`
  return sql`(select ((${count}) * _b.g)::numeric from (${ends}) as _b)`
}

/** Looks through as many days as the working days and holidays can take at most. */
export function workdayAfterSql({ arg, args, context }: SqlCall): SqlFragment {
  const days = workDaysOf(context.calendar)
  const lists = args.slice(2)
  const start = dayOf(arg(0).value(), arg(0).type, context.zone)
  const given = sql`select ${start} as s, trunc(${arg(1).value()}) as n offset 0`
  const holidays = sql`(select count(*) from (${daysSql(lists[0], days, true)}) as _n(d))::int + ${param(days.off.size, 'int')}`
  const usable = sql`select _k.s, _k.n::int as n, sign(_k.n)::int as g, ${holidays} as h from (${given}) as _k where _k.s is not null and abs(_k.n) <= ${param(MOST_WORKDAYS, 'int')}`
  const reach = sql`generate_series(1, (abs(_b.n) + _b.h) * 7 / ${param(days.weekdays.size, 'int')} + 7) as _g(i)`
  const found = sql`select _b.s + _b.g * _g.i as d from ${reach} where ${workdayConditionSql(sql`(_b.s + _b.g * _g.i)`, days, lists)} order by _g.i offset greatest(abs(_b.n) - 1, 0) limit 1`
  return dateInRange(sql`(select case when _b.n = 0 then _b.s else (${found}) end from (${usable}) as _b)`)
}
