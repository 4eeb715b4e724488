import { formatDate, parseDate, workingDayAfter, type WorkCalendar } from '@pipewright/logic'

/** How a task comes back once it is done. */
export type TaskRepeat =
  | { readonly every: 'day' | 'workdays'; readonly count: number }
  /** On these days of the week; 1 is Monday. Without any, on the same one. */
  | { readonly every: 'week'; readonly count: number; readonly days: readonly number[] }
  | { readonly every: 'month'; readonly count: number }

const minuteMs = 60_000
const daysPerWeek = 7
/** A task of a day is reminded of on the morning of it. */
const morning = '09:00'

const toDay = (at: number): string => {
  const day = formatDate(at)
  if (day === null) throw new Error(`no day: ${at}`)
  return day
}

const toNumber = (day: string): number => {
  const found = parseDate(day)
  if (found === null) throw new Error(`no day: ${day}`)
  return found
}

/** 1 is Monday. */
const weekdayOf = (day: number): number => ((((day + 3) % daysPerWeek) + daysPerWeek) % daysPerWeek) + 1
function inWeek(day: number, count: number, days: readonly number[]): number {
  const weekday = weekdayOf(day)
  const later = days.filter((one) => one > weekday).toSorted((one, other) => one - other)
  const [next] = later
  if (next !== undefined) return day + next - weekday
  const [first = weekday] = days.toSorted((one, other) => one - other)
  return day - weekday + first + daysPerWeek * count
}

/** The same day of a later month; the last one of a month that is shorter. */
function inMonth(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate()
  const at = new Date(Date.UTC(year, month - 1 + count, Math.min(date, last)))
  return at.toISOString().slice(0, 10)
}

function following(day: string, repeat: TaskRepeat, calendar: WorkCalendar | undefined): string {
  const at = toNumber(day)
  switch (repeat.every) {
    case 'day':
      return toDay(at + repeat.count)
    case 'workdays':
      return workingDayAfter(day, repeat.count, calendar)
    case 'week':
      return toDay(inWeek(at, repeat.count, repeat.days))
    case 'month':
      return inMonth(day, repeat.count)
  }
}

/** The next day of a repeated task that lies after today: what was missed is not made up for. */
export function nextDay(day: string, repeat: TaskRepeat, today: string, calendar?: WorkCalendar): string {
  let next = following(day, repeat, calendar)
  while (next <= today) next = following(next, repeat, calendar)
  return next
}

const zoned = new Map<string, Intl.DateTimeFormat>()

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(zone: string, ms: number): number {
  const format =
    zoned.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  zoned.set(zone, format)
  const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000
}

/** The instant at which the clocks of a zone show a day and time; one that they skip is taken as if they did not. */
export function instantOf(day: string, time: string, zone: string): string {
  const shown = Date.parse(`${day}T${time}:00.000Z`)
  const first = shown - offsetAt(zone, shown)
  return new Date(shown - offsetAt(zone, first)).toISOString()
}

export interface TaskTime {
  readonly day: string | null
  readonly time: string | null
  readonly zone: string
  /** Minutes; of a task of a whole day, before its morning. */
  readonly remindBefore: number | null
}

/** When to remind of a task; null for never. */
export function remindAt({ day, time, zone, remindBefore }: TaskTime): string | null {
  if (day === null || remindBefore === null) return null
  return new Date(Date.parse(instantOf(day, time ?? morning, zone)) - remindBefore * minuteMs).toISOString()
}

/** The last day of the week that a day is in. */
export function weekEnd(day: string, weekStart: number): string {
  const at = toNumber(day)
  return toDay(at + daysPerWeek - 1 - ((weekdayOf(at) - weekStart + daysPerWeek) % daysPerWeek))
}
