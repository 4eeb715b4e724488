import type { DateField } from '@pipewright/schemas'
import { parseDate } from '@pipewright/logic'
import { outsideLimits } from './day-limits.ts'
import type { ValueChecker } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

type Precision = NonNullable<DateField['precision']>

/** What stands behind the part that counts: a month or year is kept as its first day. */
const firstOf: Readonly<Record<Precision, (day: string) => string>> = {
  day: (day) => day,
  month: (day) => `${day.slice(0, 7)}-01`,
  year: (day) => `${day.slice(0, 4)}-01-01`,
}

const shorter: Readonly<Record<Precision, RegExp>> = {
  day: /^$/,
  month: /^\d{4}-\d{2}$/,
  year: /^\d{4}$/,
}

/** A day of the calendar; where only months or years count, "2026-11" and "2026" too. */
export const date: ValueChecker<DateField> = (field, value, place) => {
  const { precision = 'day' } = field
  if (typeof value !== 'string') return refuse(place, 'wrong-type', { expected: 'date' })
  if (value === '') return accept(null)
  const day = shorter[precision].test(value) ? value + '-01-01'.slice(precision === 'year' ? 0 : 3) : value
  if (parseDate(day) === null) return refuse(place, 'bad-date')
  const kept = firstOf[precision](day)
  return outsideLimits(field, kept, place) ?? accept(kept)
}
