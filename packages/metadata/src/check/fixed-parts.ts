import type { AddressField, DateRangeField, Expression, Field, ForeignMoneyField } from '@pipewright/schemas'
import { isCountry } from '../countries.ts'
import { currenciesOf } from '../currencies.ts'

export type Constant = string | number | boolean | null
type Parts = readonly (Constant | undefined)[]

const day = /^\d{4}-\d{2}-\d{2}$/
const decimal = /^-?\d{1,18}(\.\d{1,10})?$/
const longest = 200

export const isNone = (part: Constant | undefined): boolean =>
  part === undefined || part === null || part === ''
const isText = (part: Constant | undefined): boolean =>
  isNone(part) || (typeof part === 'string' && part.length <= longest)

function dayOf(part: Constant | undefined): number {
  const time = typeof part === 'string' && day.test(part) ? Date.parse(part) : Number.NaN
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== part ? Number.NaN : time
}

const isWithin = (part: Constant | undefined, most: number): boolean =>
  (typeof part === 'number' || (typeof part === 'string' && decimal.test(part))) &&
  Math.abs(Number(part)) <= most

function isAddress({ country = 'CN', abroad }: AddressField, parts: Parts): boolean {
  const [code] = parts
  const isKnown = isNone(code) || (typeof code === 'string' && isCountry(code))
  return isKnown && parts.every(isText) && (abroad !== false || isNone(code) || code === country)
}

function isPeriod({ maxDays = Infinity }: DateRangeField, [start, end]: Parts): boolean {
  const days = (dayOf(end) - dayOf(start)) / 86_400_000 + 1
  return days >= 1 && days <= maxDays
}

const isPoint = ([latitude, longitude, name]: Parts): boolean =>
  isWithin(latitude, 90) && isWithin(longitude, 180) && isText(name)

function isAmount(field: ForeignMoneyField, [amount, currency]: Parts): boolean {
  const text = String(amount)
  const digits = text.split('.')[1]?.length ?? 0
  const isExact = digits <= (field.scale ?? 2) || (field.rounding ?? 'refuse') !== 'refuse'
  const isKnown = isNone(currency) || currenciesOf(field).includes(String(currency))
  return amount !== null && decimal.test(text) && isExact && isKnown
}

/** The operation that makes a value of the type of its parts. */
export const makers: Readonly<Partial<Record<Field['type'], string>>> = {
  address: 'address',
  dateRange: 'dateRange',
  location: 'location',
  foreignMoney: 'amount',
}

function couldHold(field: Field, parts: Parts): boolean {
  if (field.type === 'address') return isAddress(field, parts)
  if (field.type === 'dateRange') return isPeriod(field, parts)
  if (field.type === 'location') return isPoint(parts)
  return field.type !== 'foreignMoney' || isAmount(field, parts)
}

const isConstant = (part: Expression): part is Constant => part === null || typeof part !== 'object'

/**
 * The parts of a value that is made of constants alone, such as `{ dateRange: ["2026-01-01", "2026-01-31"] }`; `wrong`
 * where no field of the type could hold them, undefined for everything that is calculated.
 */
export function fixedParts(field: Field, value: Expression | undefined): Parts | 'wrong' | undefined {
  const maker = makers[field.type]
  if (maker === undefined || typeof value !== 'object' || value === null || Array.isArray(value))
    return undefined
  const given = value[maker]
  if (given === undefined) return undefined
  const parts: readonly Expression[] = Array.isArray(given) ? given : [given]
  if (!parts.every(isConstant)) return undefined
  return couldHold(field, parts) ? parts : 'wrong'
}
