import type { PercentField } from '@pipewright/schemas'
import { checkDecimal } from './decimal.ts'
import type { ValueChecker } from './value-checker.ts'

export const percent: ValueChecker<PercentField> = (field, value, place) =>
  checkDecimal(field, value, place, field)
