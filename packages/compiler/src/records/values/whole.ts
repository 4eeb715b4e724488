import type { Value } from '@pipewright/logic'
import type { Field } from '@pipewright/schemas'

type Parts = Readonly<Record<string, string | null>>

const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text)

const point = /^(?:([^]*) \()?(-?\d{1,3}\.\d+), (-?\d{1,3}\.\d+)\)?$/u
const amountAfter = /^(?:(\S+) )?(-?\d+(?:\.\d+)?)$/u
const countryLine = /^(?:[A-Z]{2})?$/u
const addressParts = ['country', 'province', 'city', 'district', 'street', 'postcode'] as const

function readPeriod(text: string): Parts | null {
  const [start, end, ...more] = text.split(' ~ ')
  return end === undefined || more.length > 0 ? null : { start: orNull(start), end }
}

function readPoint(text: string): Parts | null {
  const found = point.exec(text)
  return found && { label: orNull(found[1]), latitude: orNull(found[2]), longitude: orNull(found[3]) }
}

function readAmount(text: string): Parts | null {
  const found = amountAfter.exec(text)
  return found && { amount: orNull(found[2]), currency: orNull(found[1]) }
}

/** The country stands in the first line, and so a text that is an address in one line is none of this form. */
function readLines(text: string): Parts | null {
  const lines = text.split('\n')
  if (lines.length > addressParts.length || !countryLine.test(lines[0] ?? '')) return null
  return Object.fromEntries(addressParts.map((name, at) => [name, orNull(lines[at]?.trim())]))
}

/** How the operations of the language write a value of several parts: `dateRange`, `address`, `location`, `amount`. */
const readers: Readonly<Partial<Record<Field['type'], (text: string) => Parts | null>>> = {
  address: readLines,
  dateRange: readPeriod,
  location: readPoint,
  foreignMoney: readAmount,
}

/** What an expression gave for a field whose values have several parts; all other values are as they are. */
export function wholeOf(field: Field, value: Value): Value {
  const reader = typeof value === 'string' ? readers[field.type] : undefined
  return reader === undefined ? value : reader(value as string)
}

/** Whether the values of a field have several parts, which an expression hands on together. */
export const hasParts = ({ type }: Field): boolean => type === 'anyRelation' || Object.hasOwn(readers, type)
