import { parseDate } from '@pipewright/logic'
import type { DateOrder } from './cell-type.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const chinese = /^(\d{2,4})年(\d{1,2})月(\d{1,2})[日号]?$/u
const numbers = /^(\d{1,4})([-/. ])(\d{1,2})\2(\d{1,4})$/
const compact = /^(\d{4})(\d\d)(\d\d)$/
const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?[\s,-]+(\d{2,4})$/
const monthFirst = /^([a-z]{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?[\s,-]+(\d{2,4})$/
const serial = /^[2-7]\d{4}$/

/** Days from the day 0 of spreadsheets (1899-12-30) to 1970-01-01. */
const epoch = 25_569

/** 1 to 12; 0 for what is no month. */
export const monthOfName = (name: string): number => months.indexOf(name.slice(0, 3)) + 1

const pad = (part: string, length: number): string => part.padStart(length, '0')

function fullYear(year: string): string {
  if (year.length !== 2) return year
  return Number(year) < 70 ? `20${year}` : `19${year}`
}

function dayOf(year: string, month: string, day: string): string | undefined {
  const text = `${pad(fullYear(year), 4)}-${pad(month, 2)}-${pad(day, 2)}`
  return parseDate(text) === null ? undefined : text
}

function named(folded: string): string | undefined {
  const first = dayFirst.exec(folded)
  const parts = first ?? monthFirst.exec(folded)
  if (parts === null) return undefined
  const [, one = '', two = '', year = ''] = parts
  const [name, day] = first === null ? [one, two] : [two, one]
  const month = monthOfName(name)
  return month === 0 ? undefined : dayOf(year, String(month), day)
}

function inOrder(one: string, two: string, three: string, order: DateOrder): string | undefined {
  if (one.length > 2) return dayOf(one, two, three)
  if (order === 'YMD') return three.length > 2 ? undefined : dayOf(one, two, three)
  return order === 'MDY' ? dayOf(three, one, two) : dayOf(three, two, one)
}

/** The day of a spreadsheet's day number. */
export function dayOfSerial(days: number): string {
  return new Date((days - epoch) * 86_400_000).toISOString().slice(0, 10)
}

/**
 * The day of a date as people write it; the order decides only where a year does not come first. A day that the
 * calendar does not have is none: nothing is rolled over, and another order is not tried.
 */
export function readDay(text: string, order: DateOrder): string | undefined {
  const folded = text.normalize('NFKC').trim().toLowerCase()
  const written = chinese.exec(folded) ?? compact.exec(folded)
  if (written !== null) return dayOf(written[1] ?? '', written[2] ?? '', written[3] ?? '')
  const parts = numbers.exec(folded)
  if (parts !== null) return inOrder(parts[1] ?? '', parts[3] ?? '', parts[4] ?? '', order)
  if (serial.test(folded)) return dayOfSerial(Number(folded))
  return named(folded)
}

/** Which number may be the month, per order: what tells 13/02 from 2/13. */
export function fitsOrder(text: string, order: DateOrder): boolean {
  return readDay(text.replace(/[ t]\d{1,2}:.*$/i, ''), order) !== undefined
}
