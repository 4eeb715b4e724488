import { addMonths, partsOf } from '../calendar.ts'
import type { DayNumber } from '../calendar.ts'
import { Decimal, divide } from '../decimal.ts'
import type { Call, SqlCall } from '../operation.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { once } from '../sql/once.ts'
import { dayOf, quotient } from '../sql/pieces.ts'
import { literalInteger, requireType } from '../typing.ts'
import { integerOf } from '../value.ts'
import type { Value } from '../value.ts'
import { NUMBER } from '../value-type.ts'
import type { ValueType } from '../value-type.ts'
import { monthsBetween, monthsSql } from './date-diff.ts'

type Measure = (from: DayNumber, to: DayNumber, months: number) => number
type MeasureSql = (from: SqlFragment, to: SqlFragment, months: SqlFragment) => SqlFragment

const years = (months: number) => Math.floor(months / 12)
const movedSql = (from: SqlFragment, months: SqlFragment) =>
  sql`(${from} + make_interval(months => (${months})::int))::date`

const measures = {
  Y: [(_from, _to, months) => years(months), (_from, _to, months) => sql`floor(${months} / 12)`],
  M: [(_from, _to, months) => months, (_from, _to, months) => months],
  D: [(from, to) => to - from, (from, to) => sql`(${to} - ${from})`],
  YM: [(_from, _to, months) => months % 12, (_from, _to, months) => sql`mod(${months}, 12)`],
  MD: [
    (from, to, months) => to - addMonths(from, months),
    (from, to, months) => sql`(${to} - ${movedSql(from, months)})`,
  ],
  YD: [
    (from, to, months) => to - addMonths(from, years(months) * 12),
    (from, to, months) => sql`(${to} - ${movedSql(from, sql`floor(${months} / 12) * 12`)})`,
  ],
} satisfies Record<string, readonly [Measure, MeasureSql]>

function measureOf(unit: Value | undefined): readonly [Measure, MeasureSql] | undefined {
  const name = typeof unit === 'string' ? unit.toUpperCase() : ''
  return Object.hasOwn(measures, name) ? measures[name as keyof typeof measures] : undefined
}

export function checkInterval(call: Call): ValueType {
  requireType(call, call.args[0], 'moment')
  requireType(call, call.args[1], 'moment')
  const unit = call.args[2]
  if (unit && !(unit.kind === 'literal' && measureOf(unit.value)))
    call.report('wrongLiteral', unit, { expected: Object.keys(measures).join(', '), operator: call.name })
  return NUMBER
}

/** Whole units between two days; null when the first is later. */
export function intervalBetween(from: DayNumber, to: DayNumber, unit: Value | undefined): Decimal | null {
  const measure = measureOf(unit)
  return measure && from <= to ? new Decimal(measure[0](from, to, monthsBetween(from, to))) : null
}

export function yearsSql(from: SqlFragment, to: SqlFragment): SqlFragment {
  return sql`case when ${from} <= ${to} then floor(${monthsSql(from, to)} / 12) end`
}

export function intervalSql({ arg, context, refuse }: SqlCall): SqlFragment {
  const measure = measureOf(arg(2).literal?.value)
  if (!measure) return refuse('unknownType')
  return once([arg(0), arg(1)], (first, second) => {
    const from = dayOf(first, arg(0).type, context.zone)
    const to = dayOf(second, arg(1).type, context.zone)
    return sql`case when ${from} <= ${to} then (${measure[1](from, to, monthsSql(from, to))})::numeric end`
  })
}

const ACTUAL_365 = 3
const ACTUAL_360 = 2

export function checkYearFraction(call: Call): ValueType {
  requireType(call, call.args[0], 'moment')
  requireType(call, call.args[1], 'moment')
  literalInteger(call, 2, ACTUAL_360, 4)
  return NUMBER
}

function basisOf(basis: Value | undefined): number {
  return integerOf(basis ?? ACTUAL_365) ?? ACTUAL_365
}

/** Every month has 30 days. */
function thirties(day: DayNumber): number {
  const parts = partsOf(day)
  return parts.year * 360 + parts.month * 30 + Math.min(parts.day, 30)
}

export function yearsBetween(from: DayNumber, to: DayNumber, basis: Value | undefined): Decimal | null {
  const kind = basisOf(basis)
  const days = kind === 4 ? thirties(to) - thirties(from) : to - from
  return divide(new Decimal(days), new Decimal(kind === ACTUAL_365 ? 365 : 360))
}

function thirtiesSql(day: SqlFragment): SqlFragment {
  return sql`(extract(year from ${day}) * 360 + extract(month from ${day}) * 30 + least(extract(day from ${day}), 30))`
}

export function yearFractionSql({ arg, args, context }: SqlCall): SqlFragment {
  const kind = basisOf(args[2]?.literal?.value)
  return once([arg(0), arg(1)], (first, second) => {
    const from = dayOf(first, arg(0).type, context.zone)
    const to = dayOf(second, arg(1).type, context.zone)
    const days =
      kind === 4 ? sql`(${thirtiesSql(to)} - ${thirtiesSql(from)})` : sql`(${to} - ${from})::numeric`
    return quotient(days, param(kind === ACTUAL_365 ? '365' : '360', 'numeric'))
  })
}
