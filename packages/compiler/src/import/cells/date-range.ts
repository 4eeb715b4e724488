import type { DateRangeField } from '@pipewright/schemas'
import type { Composite } from '../../records/value.ts'
import { value, wrong, type CellType } from '../cell-type.ts'
import { readRange } from '../read-range.ts'

export const dateRange: CellType<DateRangeField> = {
  kind: 'text',
  importable: true,
  read(_field, text, { dateOrder }) {
    const range = readRange(text, dateOrder)
    return range === undefined ? wrong('bad-range') : value(range)
  },
  write: (_field, own) => (own as Composite).text,
}
