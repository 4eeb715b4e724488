/** A time of day where the server stands. */
export interface TimeOfDay {
  readonly hour: number
  readonly minute: number
}

/** The last time of this name that is not to come, in milliseconds. */
function lastTime({ hour, minute }: TimeOfDay, now: number): number {
  const at = new Date(now)
  at.setHours(hour, minute, 0, 0)
  if (at.getTime() > now) at.setDate(at.getDate() - 1)
  return at.getTime()
}

/** When the next one is due; a night that was slept through is due now. */
export function nextDue(time: TimeOfDay, now: number, last: string | undefined): number {
  const missed = lastTime(time, now)
  if (last === undefined || Date.parse(last) < missed) return now
  const next = new Date(missed)
  next.setDate(next.getDate() + 1)
  return next.getTime()
}
