import {
  compareDecimals,
  digitsAfterPoint,
  digitsBeforePoint,
  parseDecimal,
  roundTo,
  type RoundingRule,
} from '@pipewright/logic'
import { scaleOf } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { CheckPlace, Checked } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

/** Digits before the point that a column holds. */
export const wholeDigits = 18

export interface DecimalLimits {
  readonly min?: string | undefined
  readonly max?: string | undefined
}

/** What the field does with digits it does not keep; undefined when it refuses them. */
export function roundingOf(field: Field): RoundingRule | undefined {
  const rule = 'rounding' in field ? field.rounding : undefined
  return rule === 'refuse' ? undefined : rule
}

/** A JSON number keeps its exact decimal only up to 15 digits; beyond that it must come as text. */
function readDecimal(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim()
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
  const text = String(value)
  return /^-?\d{1,15}(\.\d+)?$/.test(text) && text.replaceAll(/\D/g, '').length <= 16 ? text : undefined
}

/** An exact decimal with exactly the field's digits after the point; more digits are refused or rounded, as it says. */
export function checkDecimal(
  field: Field,
  value: unknown,
  place: CheckPlace,
  { min, max }: DecimalLimits,
): Checked {
  if (typeof value !== 'string' && typeof value !== 'number')
    return refuse(place, 'wrong-type', { expected: 'number' })
  const sent = readDecimal(value)
  if (sent === '') return accept(null)
  if (sent === undefined || parseDecimal(sent) === null) return refuse(place, 'not-a-number')
  const scale = scaleOf(field)
  const rounding = roundingOf(field)
  if (rounding === undefined && digitsAfterPoint(sent) > scale)
    return refuse(place, 'too-many-digits', { scale })
  const text = roundTo(sent, scale, rounding)
  if (min !== undefined && compareDecimals(text, min) < 0) return refuse(place, 'too-small', { min })
  if (max !== undefined && compareDecimals(text, max) > 0) return refuse(place, 'too-big', { max })
  if (digitsBeforePoint(text) > wholeDigits) return refuse(place, 'too-big', { max: '9'.repeat(wholeDigits) })
  return accept(text)
}
