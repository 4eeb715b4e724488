import type { TextField } from '@pipewright/schemas'
import { checkText } from './plain-text.ts'
import type { ValueChecker } from './value-checker.ts'

/** A line of text without a limit of its own still fits an index entry. */
export const longestLine = 500

export const text: ValueChecker<TextField> = (field, value, place) =>
  checkText(value, place, { min: field.minLength, max: field.maxLength ?? longestLine })
