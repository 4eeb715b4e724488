import type { Composite } from '../records/value.ts'
import { locationValue } from '../records/values/location.ts'

const point = /^(.*?)[\s(（@]*(-?\d{1,2}(?:\.\d+)?)°?\s*[,，;；\s]\s*(-?\d{1,3}(?:\.\d+)?)°?[)）]?$/u

/** A location as people write it: `22.543096, 114.057865`, with a name before it or not. */
export function readLocation(text: string): Composite | undefined {
  const match = point.exec(text.normalize('NFKC').trim())
  if (match === null) return undefined
  const [, name = '', latitude = '', longitude = ''] = match
  const label = name.replace(/[\s(（,，:：]+$/u, '').trim()
  return locationValue(latitude, longitude, label === '' ? null : label)
}
