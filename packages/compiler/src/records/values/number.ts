import type { NumberField } from '@pipewright/schemas'
import { checkDecimal } from './decimal.ts'
import type { ValueChecker } from './value-checker.ts'

export const number: ValueChecker<NumberField> = (field, value, place) =>
  checkDecimal(field, value, place, field)
