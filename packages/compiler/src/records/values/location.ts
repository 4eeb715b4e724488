import { parseDecimal } from '@pipewright/logic'
import type { LocationField } from '@pipewright/schemas'
import type { Composite } from '../value.ts'
import { readParts } from './parts-of.ts'
import { accept, refuse, type ValueChecker } from './value-checker.ts'

/** About a tenth of a metre. */
const digits = 6

function degrees(text: string, most: number): string | undefined {
  const number = parseDecimal(text)
  return number === null || number.abs().gt(most) ? undefined : number.toFixed(digits)
}

/** A point as it travels; undefined when there is no such point on the earth. */
export function locationValue(
  latitude: string,
  longitude: string,
  label: string | null,
): Composite | undefined {
  const [north, east] = [degrees(latitude, 90), degrees(longitude, 180)]
  if (north === undefined || east === undefined) return undefined
  const point = `${north}, ${east}`
  return { latitude: north, longitude: east, label, text: label === null ? point : `${label} (${point})` }
}

/** Numbers are as good as decimal texts: that is how devices tell their position. */
const withTexts = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const texts = Object.entries(value).map(([name, part]) =>
    typeof part === 'number' && Number.isFinite(part)
      ? [name, part.toFixed(digits)]
      : [name, part as unknown],
  )
  return Object.fromEntries(texts)
}

export const location: ValueChecker<LocationField> = (_field, value, place) => {
  const read = readParts(withTexts(value), ['latitude', 'longitude', 'label'], place, 200)
  if (!read.ok) return read.refused
  const { latitude, longitude, label } = read.parts
  if (latitude === null && longitude === null)
    return label === null ? accept(null) : refuse(place, 'bad-location')
  const point = locationValue(latitude ?? '', longitude ?? '', label)
  return point === undefined ? refuse(place, 'bad-location') : accept(point)
}
