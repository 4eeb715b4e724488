import { dayIn, parseInstant, partsOf } from '../calendar.ts'
import { Decimal } from '../decimal.ts'
import type { Call, SqlArg, SqlCall } from '../operation.ts'
import { requireType } from '../typing.ts'
import type { Value } from '../value.ts'
import { NUMBER } from '../value-type.ts'
import type { ValueType } from '../value-type.ts'
import { checkUnit } from './date-add.ts'
import type { DateUnit } from './date-add.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { once } from '../sql/once.ts'
import { dayOf } from '../sql/pieces.ts'

/** How many months, days or milliseconds make one unit. */
const sizes: Readonly<
  Record<DateUnit, readonly [measure: 'months' | 'days' | 'milliseconds', size: number]>
> = {
  year: ['months', 12],
  quarter: ['months', 3],
  month: ['months', 1],
  week: ['days', 7],
  day: ['days', 1],
  hour: ['milliseconds', 3_600_000],
  minute: ['milliseconds', 60_000],
}

export function checkDateDiff(call: Call): ValueType {
  const [from, to] = call.args
  requireType(call, from, 'moment')
  requireType(call, to, 'moment')
  checkUnit(call, 2, from?.type.kind === 'date' || to?.type.kind === 'date' ? 'day' : 'minute')
  return NUMBER
}

export function monthsBetween(from: number, to: number): number {
  const [a, b] = [partsOf(from), partsOf(to)]
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0)
}

/** Whole units from one moment to another, rounded down; days and longer units count days on the wall calendar. */
export function momentsBetween(from: Value, to: Value, unit: Value, zone: string): Value {
  if (typeof from !== 'string' || typeof to !== 'string' || typeof unit !== 'string') return null
  if (!Object.hasOwn(sizes, unit)) return null
  const [measure, size] = sizes[unit as DateUnit]
  const read = measure === 'milliseconds' ? parseInstant : (text: string) => dayIn(zone, text)
  const [start, end] = [read(from), read(to)]
  if (start === null || end === null) return null
  const distance = measure === 'months' ? monthsBetween(start, end) : end - start
  return new Decimal(Math.floor(distance / size))
}

export function monthsSql(from: SqlFragment, to: SqlFragment): SqlFragment {
  const months = (day: SqlFragment) => sql`extract(year from ${day}) * 12 + extract(month from ${day})`
  const isShort = sql`extract(day from ${to}) < extract(day from ${from})`
  return sql`((${months(to)}) - (${months(from)}) - case when ${isShort} then 1 else 0 end)`
}

export function dateDiffSql({ args, context, refuse }: SqlCall): SqlFragment {
  const [from, to, unit] = args as [SqlArg, SqlArg, SqlArg]
  const name = unit.literal?.value
  if (typeof name !== 'string' || !Object.hasOwn(sizes, name)) return refuse('unknownType')
  const [measure, size] = sizes[name as DateUnit]
  const count = param(String(size), 'numeric')
  if (measure === 'milliseconds')
    return sql`floor(extract(epoch from (${to.value()} - ${from.value()})) * 1000 / ${count})`
  return once([from, to], (first, second) => {
    const start = dayOf(first, from.type, context.zone)
    const end = dayOf(second, to.type, context.zone)
    const distance = measure === 'months' ? monthsSql(start, end) : sql`(${end} - ${start})`
    return sql`floor(${distance}::numeric / ${count})`
  })
}
