import type { LocationField } from '@pipewright/schemas'
import type { Composite } from '../../records/value.ts'
import { value, wrong, type CellType } from '../cell-type.ts'
import { readLocation } from '../read-location.ts'

export const location: CellType<LocationField> = {
  kind: 'text',
  importable: true,
  read(_field, text) {
    const point = readLocation(text)
    return point === undefined ? wrong('bad-location') : value(point)
  },
  write: (_field, own) => (own as Composite).text,
}
