import type { TimeField } from '@pipewright/schemas'
import { readTime } from '@pipewright/logic'
import type { ValueChecker } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

/** A time of day as "HH:MM:SS"; seconds only where the field shows them. */
export const time: ValueChecker<TimeField> = (field, value, place) => {
  if (typeof value !== 'string') return refuse(place, 'wrong-type', { expected: 'time' })
  if (value === '') return accept(null)
  const read = readTime(value)
  const hasTooMuch = field.seconds !== true && read?.endsWith(':00') === false
  return read === null || hasTooMuch ? refuse(place, 'bad-time') : accept(read)
}
