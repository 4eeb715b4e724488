import type { MoneyField } from '@pipewright/schemas'
import { checkDecimal } from './decimal.ts'
import type { ValueChecker } from './value-checker.ts'

export const money: ValueChecker<MoneyField> = (field, value, place) =>
  checkDecimal(field, value, place, field)
