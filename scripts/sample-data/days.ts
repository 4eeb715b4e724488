/**
 * A day is a whole number: 0 is the day of installation, -1 the day before. Which weekday the installation falls on is
 * unknown; the working week is laid out as if it were a Wednesday.
 */
export type Day = number

const WEDNESDAY = 2

export function isWorkday(day: Day): boolean {
  return (((day + WEDNESDAY) % 7) + 7) % 7 < 5
}

/** The day itself, or the last working day before it. */
export function workdayBefore(day: Day): Day {
  return isWorkday(day) ? day : workdayBefore(day - 1)
}

/** The day itself, or the next working day after it. */
export function workdayAfter(day: Day): Day {
  return isWorkday(day) ? day : workdayAfter(day + 1)
}

/** The last working day up to this one that is over, so that nothing was made in the future. */
export function pastWorkday(day: Day): Day {
  return workdayBefore(Math.min(day, -1))
}

export function dayToken(day: Day): string {
  return `{today${day < 0 ? '-' : '+'}${Math.abs(day)}}`
}

/** `minute` counts from midnight. */
export function momentToken(day: Day, minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${dayToken(day).slice(0, -1)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}}`
}
