import { addMonths, dayNumber } from '../calendar.ts'
import type { DayNumber } from '../calendar.ts'
import type { Call, CountedWords, EvaluationContext, SqlCall, WorkCalendar } from '../operation.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { literalInteger, requireType } from '../typing.ts'
import { integerOf, textOf } from '../value.ts'
import type { Value } from '../value.ts'
import { BOOLEAN } from '../value-type.ts'
import type { ValueType } from '../value-type.ts'
import { isWithin, monthsFrom, weekFrom, withinSql } from './day-span.ts'
import type { DaySpan } from './day-span.ts'

interface WindowUnit {
  /** The most of them that a window may be long: about a century. */
  readonly most: number
  /** The same day that many units away. */
  move(day: DayNumber, count: number): DayNumber
  /** The whole unit that lies that many away from the one of a day. */
  whole(day: DayNumber, count: number, calendar: WorkCalendar): ReturnType<DaySpan>
}

const ofMonths = (length: 1 | 3 | 12, most: number): WindowUnit => ({
  most,
  move: (day, count) => addMonths(day, length * count),
  whole: (day, count) => monthsFrom(day, length, count),
})

/** The stretches of the calendar that windows are counted in, shortest first. */
export const windowUnits = {
  day: {
    most: 36_500,
    move: (day, count) => day + count,
    whole: (day, count) => ({ first: day + count, last: day + count }),
  },
  week: { most: 5_200, move: (day, count) => day + 7 * count, whole: weekFrom },
  month: ofMonths(1, 1_200),
  quarter: ofMonths(3, 400),
  year: ofMonths(12, 100),
} satisfies Record<string, WindowUnit>

export type WindowUnitName = keyof typeof windowUnits

/** Units as they are told after their count. */
export const unitWords: Readonly<Record<WindowUnitName, CountedWords>> = {
  day: { en: 'days', one: 'day', zh: '天' },
  week: { en: 'weeks', one: 'week', zh: '周' },
  month: { en: 'months', one: 'month', zh: '个月' },
  quarter: { en: 'quarters', one: 'quarter', zh: '个季度' },
  year: { en: 'years', one: 'year', zh: '年' },
}

const unitOf = (unit: Value): WindowUnit | undefined => {
  const name = textOf(unit)
  return name !== null && Object.hasOwn(windowUnits, name) ? windowUnits[name as WindowUnitName] : undefined
}

/** Where a window of so many units lies around a day. */
export type Window = (
  today: DayNumber,
  count: number,
  unit: WindowUnit,
  calendar: WorkCalendar,
) => ReturnType<DaySpan>

/** From the same day some units ago up to today. */
export const lastUnits: Window = (today, count, unit) => ({ first: unit.move(today, -count), last: today })

/** From today up to the same day some units ahead. */
export const nextUnits: Window = (today, count, unit) => ({ first: today, last: unit.move(today, count) })

/** The whole units before the one that today lies in. */
export const lastWholeUnits: Window = (today, count, unit, calendar) => ({
  first: unit.whole(today, -count, calendar).first,
  last: unit.whole(today, -1, calendar).last,
})

/** The whole units after the one that today lies in. */
export const nextWholeUnits: Window = (today, count, unit, calendar) => ({
  first: unit.whole(today, 1, calendar).first,
  last: unit.whole(today, count, calendar).last,
})

/** From the first day of the unit that today lies in up to today. */
export const toDate =
  (name: Exclude<WindowUnitName, 'day'>): DaySpan =>
  (today, _days, calendar) => ({ first: windowUnits[name].whole(today, 0, calendar).first, last: today })

/** A moment, a number of units, and the unit's name. */
export function checkWindow(call: Call): ValueType {
  requireType(call, call.args[0], 'moment')
  const unit = call.args[2]
  const known = unit?.kind === 'literal' ? unitOf(unit.value) : undefined
  if (known) literalInteger(call, 1, 1, known.most)
  else
    call.report('wrongLiteral', unit, {
      expected: Object.keys(windowUnits).join(', '),
      operator: call.name,
    })
  return BOOLEAN
}

const earliest = dayNumber(1, 1, 1)
const latest = dayNumber(9999, 12, 31)

/** Days that no calendar text can name bound nothing. */
function inCalendar({ first, last }: ReturnType<DaySpan>): ReturnType<DaySpan> {
  return {
    first: first === undefined || first < earliest ? undefined : first,
    last: last === undefined || last >= latest ? undefined : last,
  }
}

function spanOf(window: Window, count: Value, unit: Value): DaySpan {
  const known = unitOf(unit) ?? windowUnits.day
  return (today, _days, calendar) => inCalendar(window(today, integerOf(count) ?? 0, known, calendar))
}

export function isInWindow(
  [value, count, unit]: readonly Value[],
  context: EvaluationContext,
  window: Window,
): boolean {
  return isWithin([value ?? null], context, spanOf(window, count ?? null, unit ?? null))
}

export function windowSql(call: SqlCall, window: Window): SqlFragment {
  const literal = (at: number) => call.args[at]?.literal?.value ?? null
  return withinSql(call, spanOf(window, literal(1), literal(2)))
}
