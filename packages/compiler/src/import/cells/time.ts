import type { TimeField } from '@pipewright/schemas'
import { value, wrong, type CellType } from '../cell-type.ts'
import { readClock } from '../read-time.ts'

export const time: CellType<TimeField> = {
  kind: 'text',
  importable: true,
  read(_field, text) {
    const read = readClock(text)
    return read === undefined ? wrong('bad-time') : value(read)
  },
  write: (field, own) => (field.seconds === true ? String(own) : String(own).slice(0, 5)),
}
