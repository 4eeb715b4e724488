import { dayIn, formatDate, parseDate } from '@pipewright/logic'
import type { DateField, DateRangeField, DateTimeField } from '@pipewright/schemas'
import { refuse, type CheckPlace, type Checked } from './value-checker.ts'

/** The day on which something is entered, and where. */
export interface EntryDay {
  readonly today: string
  readonly zone: string
}

/** The day a limit stands for; null when it is none of the calendar. */
export function limitDay(limit: string | undefined, today: string): string | null {
  if (limit === undefined) return null
  if (!limit.startsWith('today')) return limit
  const day = parseDate(today)
  return day === null ? null : formatDate(day + Number(limit.slice('today'.length) || 0))
}

/** The part of a day that counts: a month lies within limits that lie within it. */
const counted = { day: 10, month: 7, year: 4 } as const

/** Refuses a day outside the limits of its field; without a day of entry, and for what is stored already, nothing is asked. */
export function outsideLimits(
  field: Pick<DateField | DateTimeField | DateRangeField, 'earliest' | 'latest'> &
    Pick<DateField, 'precision'>,
  value: string,
  place: CheckPlace,
): Checked | null {
  const { entry } = place
  const isLimited = field.earliest !== undefined || field.latest !== undefined
  if (!isLimited || entry === undefined || place.old === value) return null
  const number = dayIn(entry.zone, value)
  const day = (number === null ? null : formatDate(number)) ?? value
  const length = counted[field.precision ?? 'day']
  const [first, last] = [limitDay(field.earliest, entry.today), limitDay(field.latest, entry.today)]
  const short = (text: string) => text.slice(0, length)
  if (first !== null && short(day) < short(first)) return refuse(place, 'too-early', { day: short(first) })
  if (last !== null && short(day) > short(last)) return refuse(place, 'too-late', { day: short(last) })
  return null
}
