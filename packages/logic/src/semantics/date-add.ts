import { addMonths, formatDate, formatInstant, parseDate, parseInstant } from '../calendar.ts'
import type { Call, SqlCall } from '../operation.ts'
import { requireType } from '../typing.ts'
import { integerOf, textOf } from '../value.ts'
import type { Value } from '../value.ts'
import type { ValueType } from '../value-type.ts'
import { instantAt, wallClock } from '../zone.ts'
import { dateInRange } from './date-from-numbers.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'

interface Step {
  readonly months?: number
  readonly days?: number
  readonly milliseconds?: number
  /** About 4,000 years, so that PostgreSQL never leaves its calendar on the way. */
  readonly most: number
  readonly interval: (count: SqlFragment) => SqlFragment
}

const steps = {
  year: { months: 12, most: 4000, interval: (count) => sql`make_interval(years => ${count})` },
  quarter: { months: 3, most: 16_000, interval: (count) => sql`make_interval(months => 3 * ${count})` },
  month: { months: 1, most: 48_000, interval: (count) => sql`make_interval(months => ${count})` },
  week: { days: 7, most: 200_000, interval: (count) => sql`make_interval(weeks => ${count})` },
  day: { days: 1, most: 1_400_000, interval: (count) => sql`make_interval(days => ${count})` },
  hour: {
    milliseconds: 3_600_000,
    most: 35_000_000,
    interval: (count) => sql`make_interval(hours => ${count})`,
  },
  minute: {
    milliseconds: 60_000,
    most: 2_000_000_000,
    interval: (count) => sql`make_interval(mins => ${count})`,
  },
} satisfies Record<string, Step>

export type DateUnit = keyof typeof steps

/** The step of a unit's name; undefined for anything else. */
function stepOf(unit: Value): Step | undefined {
  const name = textOf(unit)
  return name !== null && Object.hasOwn(steps, name) ? steps[name as DateUnit] : undefined
}

/** Reports a unit that is none, or is finer than the dates it is for. */
export function checkUnit(call: Call, index: number, finest: 'day' | 'minute'): void {
  const node = call.args[index]
  const step = node?.kind === 'literal' ? stepOf(node.value) : undefined
  if (step && !(finest === 'day' && step.milliseconds)) return
  const names = Object.entries<Step>(steps).filter(([, each]) => finest === 'minute' || !each.milliseconds)
  call.report('wrongLiteral', node, { expected: names.map(([name]) => name).join(', '), operator: call.name })
}

export function checkDateAdd(call: Call): ValueType {
  const [moment, count] = call.args
  requireType(call, moment, 'moment')
  requireType(call, count, 'number')
  const type: ValueType = moment?.type ?? { kind: 'date' }
  checkUnit(call, 2, type.kind === 'date' ? 'day' : 'minute')
  return type
}

const DAY_MS = 86_400_000

function moveDay(day: number, step: Step, count: number): number {
  return step.months ? addMonths(day, step.months * count) : day + (step.days ?? 0) * count
}

export function moveMoment(value: Value, count: Value, unit: Value, zone: string): Value {
  const step = stepOf(unit)
  const moves = integerOf(count)
  if (!step || moves === null || Math.abs(moves) > step.most || typeof value !== 'string') return null
  const day = parseDate(value)
  if (day !== null) return formatDate(moveDay(day, step, moves))
  const instant = parseInstant(value)
  if (instant === null) return null
  if (step.milliseconds) return formatInstant(instant + step.milliseconds * moves)
  // Days and months move the clock on the wall: 9:00 stays 9:00 over a change to summer time.
  const wall = wallClock(zone, instant)
  const from = Math.floor(wall / DAY_MS)
  return formatInstant(instantAt(zone, moveDay(from, step, moves) * DAY_MS + (wall - from * DAY_MS)))
}

export function dateAddSql({ args, context, refuse }: SqlCall): SqlFragment {
  const [moment, count, unit] = args
  const step = stepOf(unit?.literal?.value ?? null)
  if (!moment || !count || !step) return refuse('unknownType')
  const moves = sql`trunc(${count.value()})`
  const isUsable = sql`abs(${moves}) <= ${param(step.most, 'int')}`
  const interval = step.interval(sql`${moves}::int`)
  if (moment.type.kind === 'date')
    return dateInRange(sql`case when ${isUsable} then (${moment.value()} + ${interval})::date end`)
  const zone = param(context.zone, 'text')
  const moved = step.milliseconds
    ? sql`${moment.value()} + ${interval}`
    : sql`((${moment.value()} at time zone ${zone}) + ${interval}) at time zone ${zone}`
  const range = sql`timestamptz '0001-01-01 00:00:00Z' and timestamptz '9999-12-31 23:59:59.999Z'`
  return sql`(select case when _d.d between ${range} then _d.d end from (select case when ${isUsable} then ${moved} end as d) as _d)`
}
