import type { Pace } from '../notifications/kinds.ts'
import { dayIn } from '../records/scene.ts'
import { instantOf } from '../todo/task-times.ts'

/** How a member wants mail, in the member's own zone. */
export interface MailWish {
  readonly zone: string
  readonly quiet: { readonly from: string; readonly to: string } | null
  readonly digestAt: string
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

const clockIn = (zone: string, now: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
    Date.parse(now),
  )

/** Whether nothing is to disturb the member now. */
export function isQuiet({ zone, quiet }: Pick<MailWish, 'zone' | 'quiet'>, now: string): boolean {
  if (quiet === null) return false
  const clock = clockIn(zone, now)
  const { from, to } = quiet
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to
}

/** The last moment up to now at which the clock of the zone showed this time. */
function lastAt(time: string, zone: string, now: string): string {
  const today = instantOf(dayIn(zone, now), time, zone)
  if (today <= now) return today
  return instantOf(dayIn(zone, new Date(Date.parse(now) - dayMs).toISOString()), time, zone)
}

/** What happened up to this moment goes out now, by pace: at once, when an hour has ended, when the day's hour has come. */
export function dueUntil(pace: Pace, { zone, digestAt }: MailWish, now: string): string {
  if (pace === 'now') return now
  if (pace === 'day') return lastAt(digestAt, zone, now)
  return new Date(Math.floor(Date.parse(now) / hourMs) * hourMs).toISOString()
}
