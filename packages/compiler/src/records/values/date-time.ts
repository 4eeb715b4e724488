import type { DateTimeField } from '@pipewright/schemas'
import { parseInstant } from '@pipewright/logic'
import { outsideLimits } from './day-limits.ts'
import type { ValueChecker } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

export const dateTime: ValueChecker<DateTimeField> = (field, value, place) => {
  if (typeof value !== 'string') return refuse(place, 'wrong-type', { expected: 'date-time' })
  if (value === '') return accept(null)
  const instant = parseInstant(value)
  if (instant === null) return refuse(place, 'bad-instant')
  const year = new Date(instant).getUTCFullYear()
  if (year < 1 || year > 9999) return refuse(place, 'bad-instant')
  const kept = new Date(instant).toISOString()
  return outsideLimits(field, kept, place) ?? accept(kept)
}
