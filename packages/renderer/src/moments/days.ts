const dayLength = 86_400_000

const at = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`)
const dayAt = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

/** "2026-11-21" and 3 → "2026-11-24". */
export const addDays = (day: string, count: number): string => dayAt(at(day) + count * dayLength)

export const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`

/** The same month's first day, some months on. */
export function addMonths(day: string, count: number): string {
  const moment = new Date(at(firstOfMonth(day)))
  moment.setUTCMonth(moment.getUTCMonth() + count)
  return dayAt(moment.getTime())
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: string): number => new Date(at(day)).getUTCDay() || 7

export const startOfWeek = (day: string, weekStart: number): string =>
  addDays(day, -((weekdayOf(day) - weekStart + 7) % 7))

/** A wall time, or a day, some days on; what stands behind the day stays. */
export const shiftDays = (wall: string, count: number): string => addDays(wall, count) + wall.slice(10)
