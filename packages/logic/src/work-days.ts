import { formatDate, isoWeekday, parseDate } from './calendar.ts'
import type { DayNumber } from './calendar.ts'
import type { WorkCalendar } from './operation.ts'

/** When a workspace works, made for counting. */
export interface WorkDays {
  readonly weekdays: ReadonlySet<number>
  /** How many of the first days of a week from Monday are worked: of none, of one, and so on up to seven. */
  readonly before: readonly number[]
  /** Days off that would be worked by their day of the week. */
  readonly off: ReadonlySet<DayNumber>
  /** Days that are worked and would be off. */
  readonly worked: ReadonlySet<DayNumber>
}

const mondayToFriday = [1, 2, 3, 4, 5]
const week = [1, 2, 3, 4, 5, 6, 7]

function readWorkDays(calendar: Partial<WorkCalendar>): WorkDays {
  const given = calendar.workdays ?? []
  const weekdays = new Set(given.length === 0 ? mondayToFriday : given)
  const special = (calendar.special ?? []).flatMap(({ day, works }) => {
    const at = parseDate(day)
    return at === null || weekdays.has(isoWeekday(at)) === works ? [] : [{ at, works }]
  })
  const sums = week.map((last) => week.filter((day) => day <= last && weekdays.has(day)).length)
  const daysThat = (work: boolean) => new Set(special.flatMap(({ at, works }) => (works === work ? at : [])))
  return { weekdays, before: [0, ...sums], off: daysThat(false), worked: daysThat(true) }
}

const known = new WeakMap<Partial<WorkCalendar>, WorkDays>()
const plain = {}

/** The working days of a calendar; Monday to Friday without one. */
export function workDaysOf(calendar: WorkCalendar | undefined): WorkDays {
  const key = calendar ?? plain
  const found = known.get(key) ?? readWorkDays(key)
  known.set(key, found)
  return found
}

export function isWorked(day: DayNumber, { weekdays, off, worked }: WorkDays): boolean {
  return weekdays.has(isoWeekday(day)) ? !off.has(day) : worked.has(day)
}

/** No stretch without work is longer; a calendar that has one leaves the day as it is. */
const longestRest = 3700

/** The day, or the first working day after it. */
export function workingDayFrom(day: string, calendar: WorkCalendar | undefined): string {
  const start = parseDate(day)
  if (start === null) return day
  const days = workDaysOf(calendar)
  let at = start
  while (!isWorked(at, days) && at < start + longestRest) at += 1
  return formatDate(at) ?? day
}

/** The working day so many working days after a day, or before it for less than none. */
export function workingDayAfter(day: string, count: number, calendar: WorkCalendar | undefined): string {
  const start = parseDate(day)
  if (start === null) return day
  const days = workDaysOf(calendar)
  const step = count < 0 ? -1 : 1
  let at = start
  for (let left = Math.abs(count), rest = 0; left > 0 && rest < longestRest;) {
    at += step
    rest = isWorked(at, days) ? 0 : rest + 1
    if (rest === 0) left -= 1
  }
  return formatDate(at) ?? day
}

const numberOf = new Map<string, string>()
const keys = new WeakMap<WorkCalendar, string>()

/** The same short text for calendars that count the same, within this process. */
export function calendarKey(calendar: WorkCalendar | undefined): string {
  if (calendar === undefined) return ''
  const found = keys.get(calendar)
  if (found !== undefined) return found
  const words = JSON.stringify(calendar)
  const key = numberOf.get(words) ?? String(numberOf.size)
  numberOf.set(words, key)
  keys.set(calendar, key)
  return key
}
