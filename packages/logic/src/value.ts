import { parseDate, parseInstant, readTime } from './calendar.ts'
import { Decimal, formatDecimal, parseDecimal } from './decimal.ts'
import type { ValueType } from './value-type.ts'

/** A value while an expression runs. Numbers computed here are `Decimal`; they leave as decimal strings. */
export type Value =
  | string
  | number
  | boolean
  | null
  | Decimal
  | readonly Value[]
  | { readonly [key: string]: Value }

/** Empty text and empty lists are empty like null. */
export function isEmptyValue(value: Value): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

export function numberOf(value: Value): Decimal | null {
  if (value instanceof Decimal) return value
  if (typeof value === 'number') return Number.isFinite(value) ? new Decimal(value) : null
  return typeof value === 'string' ? parseDecimal(value) : null
}

/** Whole number towards zero, as counts, digits and positions are read. */
export function integerOf(value: Value): number | null {
  const number = numberOf(value)
  return number === null ? null : number.trunc().toNumber()
}

export function textOf(value: Value): string | null {
  if (value instanceof Decimal) return formatDecimal(value)
  if (typeof value === 'string') return value === '' ? null : value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}

/** Text as an answer: nothing left is empty. */
export function textAnswer(text: string): string | null {
  return text === '' ? null : text
}

export function listElements(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value as readonly Value[]
  return value === null ? [] : [value]
}

/** JSON Logic truth: an empty list is false, any other list or object is true. */
export function isTruthy(value: Value): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

/** What a caller gets: decimals as strings, exactly as the API carries them. */
export function leave(value: Value): Value {
  if (value instanceof Decimal) return formatDecimal(value)
  return Array.isArray(value) ? value.map((element: Value) => leave(element)) : value
}

/** -1, 0, 1; null when either is empty or they have no order. */
export function compareValues(a: Value, b: Value): number | null {
  if (isEmptyValue(a) || isEmptyValue(b)) return null
  const left = numberOf(a)
  const right = numberOf(b)
  if (left !== null && right !== null) return left.comparedTo(right)
  if (typeof a !== 'string' || typeof b !== 'string') return null
  const time = readTime(a)
  const otherTime = readTime(b)
  if (time !== null && otherTime !== null) return time < otherTime ? -1 : Number(time > otherTime)
  const leftMoment = parseDate(a) ?? parseInstant(a)
  const rightMoment = parseDate(b) ?? parseInstant(b)
  if (leftMoment === null || rightMoment === null || (a.length === 10) !== (b.length === 10)) return null
  return Math.sign(leftMoment - rightMoment)
}

function sameText(a: string, b: string, type: ValueType): boolean {
  if (a === b) return true
  if (type.kind === 'text' || type.kind === 'date' || type.kind === 'time') return false
  if (type.kind === 'record') return a.toLowerCase() === b.toLowerCase()
  if (type.kind === 'any' && !a.includes('.') && !b.includes('.') && !a.includes('T')) return false
  return compareValues(a, b) === 0
}

/**
 * Equality of the language: null equals null and false, numbers by value, text to the letter. Two numeric strings of
 * unknown type are compared by value when one has decimals: give a scope where text such as "1.10" may occur.
 */
export function isSame(a: Value, b: Value, type: ValueType): boolean {
  const left = isEmptyValue(a) ? null : a
  const right = isEmptyValue(b) ? null : b
  if (left === null || right === null) return (left ?? right ?? false) === false
  if (typeof left === 'string' && typeof right === 'string') return sameText(left, right, type)
  if (typeof left === 'boolean' || typeof right === 'boolean') return left === right
  const number = numberOf(left)
  return number !== null && numberOf(right)?.equals(number) === true
}
