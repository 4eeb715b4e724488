import type { DateField } from '@pipewright/schemas'
import { value, wrong, type CellType } from '../cell-type.ts'
import { readDay } from '../read-day.ts'
import { readPeriod } from '../read-month.ts'

/** Tables of other systems give days a midnight; any other time would be lost, so it is refused. */
const midnight = /[t\s]+0{1,2}:00(?::00(?:\.0+)?)?(?:z|\+00:?00)?$/i

const lengths = { day: 10, month: 7, year: 4 } as const

export const date: CellType<DateField> = {
  kind: 'date',
  importable: true,
  read({ precision = 'day' }, text, reading) {
    const bare = text.trim().replace(midnight, '')
    const day =
      precision === 'day' ? readDay(bare, reading.dateOrder) : readPeriod(bare, precision, reading.dateOrder)
    return day === undefined ? wrong('bad-date') : value(day)
  },
  write: ({ precision = 'day' }, day) => String(day).slice(0, lengths[precision]),
}
