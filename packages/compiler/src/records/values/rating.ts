import type { RatingField } from '@pipewright/schemas'
import { checkDecimal } from './decimal.ts'
import type { ValueChecker } from './value-checker.ts'

/** Signs that can be given when the field does not say. */
export const usualSigns = 5

export const rating: ValueChecker<RatingField> = (field, value, place) =>
  checkDecimal(field, value, place, { min: '1', max: String(field.max ?? usualSigns) })
