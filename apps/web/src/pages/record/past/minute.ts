import { instantOf, wallTime } from '@pipewright/renderer'

const minuteMs = 60_000
const minuteLength = 'YYYY-MM-DDTHH:MM'.length

/** The minute that the clock of a member shows, "2026-11-30T02:30". */
export const minuteOf = (instant: number, zone: string): string =>
  wallTime(instant, zone).slice(0, minuteLength)

/** The end of a minute on that clock: what is said to have changed at that minute has happened by then. */
export function endOfMinute(minute: string, zone: string): string | null {
  const begin = instantOf(minute, zone)
  return begin === null ? null : new Date(Date.parse(begin) + minuteMs - 1).toISOString()
}
