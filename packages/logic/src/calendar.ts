import { instantAt, wallClock } from './zone.ts'

/** A day as its number since 1970-01-01; arithmetic on days is arithmetic on these. */
export type DayNumber = number

const DAY_MS = 86_400_000
const DATE_TEXT = /^(\d{4})-(\d{2})-(\d{2})$/
const INSTANT_TEXT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** Day number of year, month and day, which may lie outside their usual ranges (month 13 is next January). */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.round(date.getTime() / DAY_MS)
}

/** Day number of "YYYY-MM-DD"; null for anything that is no day of the calendar. */
export function parseDate(text: string): DayNumber | null {
  const match = DATE_TEXT.exec(text)
  if (!match) return null
  const number = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]))
  return match[1] !== '0000' && formatDate(number) === text ? number : null
}

/** "YYYY-MM-DD"; null outside the years 1 to 9999. */
export function formatDate(day: DayNumber): string | null {
  const date = new Date(day * DAY_MS)
  const year = date.getUTCFullYear()
  return year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : null
}

/** Milliseconds of an RFC 3339 instant with offset; null when it is none. */
export function parseInstant(text: string): number | null {
  const match = INSTANT_TEXT.exec(text)
  if (!match || parseDate(match[1] as string) === null) return null
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? null : instant
}

/** UTC with milliseconds; null outside the years 1 to 9999. */
export function formatInstant(instant: number): string | null {
  const date = new Date(instant)
  const year = Number.isNaN(date.getTime()) ? 0 : date.getUTCFullYear()
  return year >= 1 && year <= 9999 ? date.toISOString() : null
}

const TIME_TEXT = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/

/** A time of day as "HH:MM:SS"; null when it is none. */
export function readTime(text: string): string | null {
  if (!TIME_TEXT.test(text)) return null
  return text.length === 5 ? `${text}:00` : text
}

/** The day a date or an instant falls on for people in `zone`. */
export function dayIn(zone: string, text: string): DayNumber | null {
  const day = parseDate(text)
  if (day !== null) return day
  const instant = parseInstant(text)
  return instant === null ? null : Math.floor(wallClock(zone, instant) / DAY_MS)
}

/** The instant at which a day begins in `zone`. */
export function startOfDay(zone: string, day: DayNumber): number {
  return instantAt(zone, day * DAY_MS, 'first')
}

export function partsOf(day: DayNumber): { year: number; month: number; day: number } {
  const date = new Date(day * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** 1 Monday to 7 Sunday. */
export function isoWeekday(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** Moves by months and keeps the day of the month, or takes the month's last day when it has fewer. */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const parts = partsOf(day)
  const last = dayNumber(parts.year, parts.month + months + 1, 0)
  return Math.min(dayNumber(parts.year, parts.month + months, 1) + parts.day - 1, last)
}
