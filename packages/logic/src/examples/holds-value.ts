import { parseDate, parseInstant, readTime } from '../calendar.ts'
import { parseDecimal } from '../decimal.ts'
import type { ValueType } from '../value-type.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a value as the API carries it can be one of the type; every type can be empty. */
export function holdsValue(value: unknown, type: ValueType): boolean {
  if (value === null || value === undefined || value === '') return true
  if (type.kind === 'list') return Array.isArray(value) && value.every((one) => holdsValue(one, type.of))
  if (type.kind === 'any') return true
  if (type.kind === 'boolean') return typeof value === 'boolean'
  if (type.kind === 'number' && typeof value === 'number') return Number.isSafeInteger(value)
  if (typeof value !== 'string') return false
  if (type.kind === 'number') return parseDecimal(value) !== null
  if (type.kind === 'date') return parseDate(value) !== null
  if (type.kind === 'dateTime') return parseInstant(value) !== null
  if (type.kind === 'time') return readTime(value) !== null
  if (type.kind === 'record') return uuid.test(value)
  return type.kind === 'text'
}
