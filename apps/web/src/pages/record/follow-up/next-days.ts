import { workingDayFrom, type WorkCalendar } from '@pipewright/renderer'

/** The days that are offered by one tap, counted from today. */
export const nextWays = ['tomorrow', 'threeDays', 'nextWeek', 'inAMonth'] as const
export type NextWay = (typeof nextWays)[number]

const dayMs = 86_400_000
const write = (time: number): string => new Date(time).toISOString().slice(0, 10)

function monthAfter(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return write(Date.UTC(year, month, Math.min(date, last)))
}

const later = (day: string, days: number): string => write(Date.parse(`${day}T00:00:00Z`) + days * dayMs)

/** Which day each way means; on working days alone where the log says so. */
export function nextDay(way: NextWay, today: string, workingDays: boolean, calendar?: WorkCalendar): string {
  const day = {
    tomorrow: () => later(today, 1),
    threeDays: () => later(today, 3),
    nextWeek: () => later(today, 7),
    inAMonth: () => monthAfter(today),
  }[way]()
  return workingDays ? workingDayFrom(day, calendar) : day
}
