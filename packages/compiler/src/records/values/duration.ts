import type { DurationField } from '@pipewright/schemas'
import { checkDecimal } from './decimal.ts'
import type { ValueChecker } from './value-checker.ts'
import { refuse } from './value-checker.ts'

/** Whole minutes or seconds. */
export const duration: ValueChecker<DurationField> = (field, value, place) => {
  const checked = checkDecimal(field, value, place, { min: '0', max: field.max })
  const isNone = !checked.ok && checked.issues.some(({ code }) => code === 'not-a-number')
  return isNone ? refuse(place, 'bad-duration') : checked
}
