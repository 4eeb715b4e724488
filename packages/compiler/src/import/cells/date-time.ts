import { wallClock } from '@pipewright/logic'
import type { DateTimeField } from '@pipewright/schemas'
import { value, wrong, type CellType } from '../cell-type.ts'
import { readInstant } from '../read-instant.ts'

const offsetText = (ms: number): string => {
  const minutes = Math.abs(Math.round(ms / 60_000))
  const two = (part: number) => String(part).padStart(2, '0')
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** As clocks in the reader's zone show it; with the offset where an hour comes twice. */
export const dateTime: CellType<DateTimeField> = {
  kind: 'dateTime',
  importable: true,
  read(_field, text, { dateOrder, zone }) {
    const instant = readInstant(text, dateOrder, zone)
    return instant === undefined ? wrong('bad-instant') : value(instant)
  },
  write(_field, instant, { zone }) {
    const ms = Date.parse(String(instant))
    const shown = wallClock(zone, ms)
    // Far in the past zones have offsets with seconds, which no text can say, and years without four digits.
    const [day = '', time = ''] = new Date(shown).toISOString().replace('Z', '').split('T')
    const text = `${day} ${time.endsWith('.000') ? time.slice(0, 8) : time}`
    if (readInstant(text, 'YMD', zone) === instant) return text
    const exact = `${text}${offsetText(shown - ms)}`
    return readInstant(exact, 'YMD', zone) === instant ? exact : String(instant)
  },
}
