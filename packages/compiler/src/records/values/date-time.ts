import type { DateTimeField } from '@pipewright/schemas'
import { parseInstant } from '@pipewright/logic'
import type { ValueChecker } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

export const dateTime: ValueChecker<DateTimeField> = (_field, value, place) => {
  if (typeof value !== 'string') return refuse(place, 'wrong-type', { expected: 'date-time' })
  if (value === '') return accept(null)
  const instant = parseInstant(value)
  if (instant === null) return refuse(place, 'bad-instant')
  const year = new Date(instant).getUTCFullYear()
  return year >= 1 && year <= 9999 ? accept(new Date(instant).toISOString()) : refuse(place, 'bad-instant')
}
