import type { MoneyField, NumberField } from '@pipewright/schemas'
import { value, wrong, type CellType } from '../cell-type.ts'
import { readNumber } from '../read-number.ts'

export const decimal: CellType<NumberField | MoneyField> = {
  kind: 'number',
  importable: true,
  read(_field, text, reading) {
    const number = readNumber(text, reading.decimal)
    return number === undefined ? wrong('not-a-number') : value(number)
  },
  write: (_field, number) => String(number),
}
