import type { Field } from '@pipewright/schemas'
import type { Composite } from '../value.ts'

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
export function wholeOf(field: Field, value: unknown): unknown {
  const reader = typeof value === 'string' ? readers[field.type] : undefined
  return reader === undefined ? value : reader(value as string)
}

const isComposite = (value: unknown): value is Composite =>
  typeof value === 'object' && value !== null && 'text' in value

/** The value of several parts that lies at a path; an expression that reads it would see only its text. */
export function compositeAt(data: Readonly<Record<string, unknown>>, path: string): Composite | undefined {
  const whole = Object.hasOwn(data, path) ? data[path] : undefined
  if (isComposite(whole)) return whole
  let value: unknown = data
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = (value as Readonly<Record<string, unknown>>)[name]
  }
  return isComposite(value) ? value : undefined
}
