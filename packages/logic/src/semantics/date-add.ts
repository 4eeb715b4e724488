import { addMonths, formatDate, formatInstant, parseDate, parseInstant } from '../calendar.ts'
import type { Call, SqlCall } from '../operation.ts'
import { requireType } from '../typing.ts'
import { integerOf, textOf } from '../value.ts'
import type { Value } from '../value.ts'
import type { ValueType } from '../value-type.ts'
import { instantAt, wallClock } from '../zone.ts'
import { once } from '../sql/once.ts'
import { dateInRange, instantInRange } from './date-from-numbers.ts'
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

function movedSql(
  moment: SqlFragment,
  interval: SqlFragment,
  step: Step,
  type: ValueType,
  zone: string,
): SqlFragment {
  if (type.kind === 'date') return sql`(${moment} + ${interval})::date`
  if (step.milliseconds) return sql`${moment} + ${interval}`
  return sql`((${moment} at time zone ${param(zone, 'text')}) + ${interval}) at time zone ${param(zone, 'text')}`
}

export function dateAddSql({ arg, context, refuse }: SqlCall): SqlFragment {
  const { type } = arg(0)
  const step = stepOf(arg(2).literal?.value ?? null)
  if (!step) return refuse('unknownType')
  const moved = once([arg(0), arg(1)], (moment, count) => {
    const moves = sql`trunc(${count})`
    const target = movedSql(moment, step.interval(sql`${moves}::int`), step, type, context.zone)
    return sql`case when abs(${moves}) <= ${param(step.most, 'int')} then ${target} end`
  })
  return type.kind === 'date' ? dateInRange(moved) : instantInRange(moved)
}
