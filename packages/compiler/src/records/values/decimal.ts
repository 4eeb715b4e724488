import {
  compareDecimals,
  digitsAfterPoint,
  digitsBeforePoint,
  parseDecimal,
  roundTo,
} from '@pipewright/logic'
import { numericScale } from '../numeric-scale.ts'
import type { CheckPlace, Checked } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

/** Digits before the point that a column holds. */
export const wholeDigits = 18

export interface DecimalRules {
  readonly type: 'number' | 'money' | 'percent'
  readonly scale?: number
  readonly min?: string
  readonly max?: string
}

/** A JSON number keeps its exact decimal only up to 15 digits; beyond that it must come as text. */
function readDecimal(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim()
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
  const text = String(value)
  return /^-?\d{1,15}(\.\d+)?$/.test(text) && text.replaceAll(/\D/g, '').length <= 16 ? text : undefined
}

/** An exact decimal with exactly the field's digits after the point; more digits are refused, never rounded. */
export function checkDecimal(field: DecimalRules, value: unknown, place: CheckPlace): Checked {
  if (typeof value !== 'string' && typeof value !== 'number')
    return refuse(place, 'wrong-type', { expected: 'number' })
  const text = readDecimal(value)
  if (text === '') return accept(null)
  if (text === undefined || parseDecimal(text) === null) return refuse(place, 'not-a-number')
  const scale = numericScale(field)
  if (digitsAfterPoint(text) > scale) return refuse(place, 'too-many-digits', { scale })
  if (field.min !== undefined && compareDecimals(text, field.min) < 0)
    return refuse(place, 'too-small', { min: field.min })
  if (field.max !== undefined && compareDecimals(text, field.max) > 0)
    return refuse(place, 'too-big', { max: field.max })
  if (digitsBeforePoint(text) > wholeDigits) return refuse(place, 'too-big', { max: '9'.repeat(wholeDigits) })
  return accept(roundTo(text, scale))
}
