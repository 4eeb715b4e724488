import type { Composite } from '../records/value.ts'
import { rangeValue } from '../records/values/date-range.ts'
import type { DateOrder } from './cell-type.ts'
import { readDay } from './read-day.ts'

/** What stands between two days, the clearest first; a hyphen only with blanks, because days have hyphens too. */
const between = [
  /\s*[~～〜]\s*/u,
  /\s*(?:至|到)\s*/u,
  /\s+(?:to|until|through)\s+/iu,
  /\s*[–—]\s*/u,
  /\s+-\s+/u,
  /\//u,
  /-/u,
]

/** A period as people write it: `2026-01-01 ~ 2026-01-31`, `2026年1月1日至1月31日` with the year once, or a single day. */
export function readRange(text: string, order: DateOrder): Composite | undefined {
  const folded = text.normalize('NFKC').trim()
  for (const mark of between) {
    const [first = '', second = '', ...more] = folded.split(mark)
    if (second === '' || more.length > 0) continue
    const start = readDay(first, order)
    const end = readDay(second, order) ?? (start && readDay(withYear(second, start), order))
    if (start !== undefined && end !== undefined) return rangeValue(start, end)
  }
  const day = readDay(folded, order)
  return day === undefined ? undefined : rangeValue(day, day)
}

const withYear = (text: string, start: string): string =>
  text.includes('月') ? `${start.slice(0, 4)}年${text}` : `${start.slice(0, 4)}-${text}`
