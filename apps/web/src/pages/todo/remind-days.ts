import { workingDayAfter, type WorkCalendar } from '@pipewright/renderer'

const dayMs = 86_400_000
const daysPerWeek = 7

const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

/** The days that one is reminded on by one tap, counted from today. */
export const remindDays = {
  tomorrow: (today: string): string => later(today, 1),
  workdays: (today: string, calendar?: WorkCalendar): string => workingDayAfter(today, 3, calendar),
  /** The next Monday. */
  week: (today: string): string =>
    later(today, (daysPerWeek + 1 - new Date(`${today}T00:00:00Z`).getUTCDay()) % daysPerWeek || daysPerWeek),
}

export type RemindDay = keyof typeof remindDays
