import type { PercentField } from '@pipewright/schemas'
import { value, wrong, type CellType } from '../cell-type.ts'
import { readNumber } from '../read-number.ts'

/** 20 and 20 % are the same. */
export const percent: CellType<PercentField> = {
  kind: 'number',
  importable: true,
  read(_field, text, reading) {
    const number = readNumber(text.replace(/[%％]\s*$/u, ''), reading.decimal)
    return number === undefined ? wrong('not-a-number') : value(number)
  },
  write: (_field, number) => String(number),
}
