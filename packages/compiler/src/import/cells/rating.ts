import type { RatingField } from '@pipewright/schemas'
import { value, wrong, type CellType } from '../cell-type.ts'
import { readNumber } from '../read-number.ts'

const signs = /^(?:[★⭐❤♥●⚑]\uFE0F?)+[☆♡○⚐]*$/u
const given = /[★⭐❤♥●⚑]/gu
/** 4/5 and 4星 are 4. */
const behind = /\s*(?:\/\s*\d{1,2}|stars?|星|分|颗星)$/iu

export const rating: CellType<RatingField> = {
  kind: 'number',
  importable: true,
  read(_field, text, reading) {
    const trimmed = text.trim()
    if (signs.test(trimmed)) return value(String(trimmed.match(given)?.length ?? 0))
    const number = readNumber(trimmed.replace(behind, ''), reading.decimal)
    return number === undefined ? wrong('not-a-number') : value(number)
  },
  write: (_field, own) => String(own),
}
