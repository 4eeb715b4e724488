import type { DurationField } from '@pipewright/schemas'
import { value, wrong, type CellType } from '../cell-type.ts'
import { formatDuration } from '../format-duration.ts'
import { readDuration } from '../read-duration.ts'

export const duration: CellType<DurationField> = {
  kind: 'text',
  importable: true,
  read(field, text) {
    const read = readDuration(text, field.unit ?? 'minutes')
    return read === undefined ? wrong('bad-duration') : value(read)
  },
  write: (field, own, { locale }) => formatDuration(String(own), field.unit ?? 'minutes', locale),
}
