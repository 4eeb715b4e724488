import { parseInstant } from '../calendar.ts'
import type { SqlCall } from '../operation.ts'
import { wallClock } from '../zone.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { once } from '../sql/once.ts'

/** "2026-01-31 08:00" as the clock in the zone shows it. */
export function wallClockText(instant: string, zone: string): string | null {
  const time = parseInstant(instant)
  return time === null ? null : new Date(wallClock(zone, time)).toISOString().slice(0, 16).replace('T', ' ')
}

export function textSql({ args, context, refuse }: SqlCall): SqlFragment {
  const [arg] = args
  if (!arg) return refuse('unknownType')
  const value = arg.value()
  if (arg.type.kind === 'text') return value
  if (arg.type.kind === 'number') return sql`trim_scale(${value})::text`
  if (arg.type.kind === 'boolean')
    return once([arg], (flag) => sql`case when ${flag} then 'TRUE' when not ${flag} then 'FALSE' end`)
  if (arg.type.kind === 'date') return sql`to_char(${value}, 'YYYY-MM-DD')`
  if (arg.type.kind === 'record') return sql`${value}::text`
  if (arg.type.kind !== 'dateTime') return refuse('unknownType')
  return sql`to_char(${value} at time zone ${param(context.zone, 'text')}, 'YYYY-MM-DD HH24:MI')`
}
