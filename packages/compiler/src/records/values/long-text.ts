import type { LongTextField } from '@pipewright/schemas'
import { checkText } from './plain-text.ts'
import type { ValueChecker } from './value-checker.ts'

const longest = 100_000

export const longText: ValueChecker<LongTextField> = (field, value, place) =>
  checkText(value, place, { min: field.minLength, max: field.maxLength ?? longest, lines: true })
