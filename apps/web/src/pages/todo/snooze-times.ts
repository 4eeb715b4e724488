import { instantOf, wallTime } from '@pipewright/renderer'
import { remindDays } from './remind-days.ts'

const hour = 3_600_000
const dayLength = 'YYYY-MM-DD'.length

/** The morning of a day as a date control gives it, where the member is. */
export const morningOf = (day: string, zone: string): string => instantOf(`${day}T09:00:00`, zone) ?? ''

const todayIn = (zone: string, now: number): string => wallTime(now, zone).slice(0, dayLength)

/** When things come back that are put off, on the clock of the member. */
export const snoozeTimes = {
  later: (now: number): string => new Date(now + 3 * hour).toISOString(),
  tomorrow: (now: number, zone: string): string => morningOf(remindDays.tomorrow(todayIn(zone, now)), zone),
  /** The next Monday. */
  week: (now: number, zone: string): string => morningOf(remindDays.week(todayIn(zone, now)), zone),
}
