import type { DateField } from '@pipewright/schemas'
import { value, wrong, type CellType } from '../cell-type.ts'
import { readDay } from '../read-day.ts'

/** Tables of other systems give days a midnight; any other time would be lost, so it is refused. */
const midnight = /[t\s]+0{1,2}:00(?::00(?:\.0+)?)?(?:z|\+00:?00)?$/i

export const date: CellType<DateField> = {
  kind: 'date',
  importable: true,
  read(_field, text, reading) {
    const day = readDay(text.trim().replace(midnight, ''), reading.dateOrder)
    return day === undefined ? wrong('bad-date') : value(day)
  },
  write: (_field, day) => String(day),
}
