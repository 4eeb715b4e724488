import type { DateField } from '@pipewright/schemas'
import { parseDate } from '@pipewright/logic'
import type { ValueChecker } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

export const date: ValueChecker<DateField> = (_field, value, place) => {
  if (typeof value !== 'string') return refuse(place, 'wrong-type', { expected: 'date' })
  if (value === '') return accept(null)
  return parseDate(value) === null ? refuse(place, 'bad-date') : accept(value)
}
