import { parseInstant } from '../calendar.ts'
import type { SqlCall } from '../operation.ts'
import { wallClock } from '../zone.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { once } from '../sql/once.ts'
import type { ValueType } from '../value-type.ts'

/** "2026-01-31 08:00" as the clock in the zone shows it. */
export function wallClockText(instant: string, zone: string): string | null {
  const time = parseInstant(instant)
  return time === null ? null : new Date(wallClock(zone, time)).toISOString().slice(0, 16).replace('T', ' ')
}

/** The value as text; undefined for what has no one form. */
export function writtenSql(value: SqlFragment, type: ValueType, zone: string): SqlFragment | undefined {
  if (type.kind === 'text') return value
  if (type.kind === 'number') return sql`trim_scale(${value})::text`
  if (type.kind === 'date') return sql`to_char(${value}, 'YYYY-MM-DD')`
  if (type.kind === 'time') return sql`to_char(${value}, 'HH24:MI:SS')`
  if (type.kind === 'record') return sql`${value}::text`
  if (type.kind !== 'dateTime') return undefined
  return sql`to_char(${value} at time zone ${param(zone, 'text')}, 'YYYY-MM-DD HH24:MI')`
}

export function textSql({ args, context, refuse }: SqlCall): SqlFragment {
  const [arg] = args
  if (!arg) return refuse('unknownType')
  if (arg.type.kind === 'boolean')
    return once([arg], (flag) => sql`case when ${flag} then 'TRUE' when not ${flag} then 'FALSE' end`)
  return writtenSql(arg.value(), arg.type, context.zone) ?? refuse('unknownType')
}
