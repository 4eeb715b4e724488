const dayMs = 86_400_000
const hour = 3_600_000
const morning = 9
const daysPerWeek = 7

const atMorning = (ms: number): string => {
  const day = new Date(ms)
  day.setHours(morning, 0, 0, 0)
  return day.toISOString()
}

/** When things come back that are put off, on the clock of the browser. */
export const snoozeTimes = {
  later: (now: number): string => new Date(now + 3 * hour).toISOString(),
  tomorrow: (now: number): string => atMorning(now + dayMs),
  /** The next Monday. */
  week: (now: number): string =>
    atMorning(now + ((daysPerWeek + 1 - new Date(now).getDay()) % daysPerWeek || daysPerWeek) * dayMs),
}

/** The morning of a day as a date control gives it. */
export const morningOf = (day: string): string => atMorning(Date.parse(`${day}T12:00:00`))
