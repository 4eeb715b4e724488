import type { LineItemsField } from '@pipewright/schemas'
import type { ValueChecker } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

export const mostRows = 5000

/** Rows inside one row, where the field names no other number. */
export const mostInnerRows = 500

/** Only that it is a list of objects of allowed length; the rows are checked column by column where rights are known. */
export const lineItems: ValueChecker<LineItemsField> = (field, value, place) => {
  if (!Array.isArray(value)) return refuse(place, 'wrong-type', { expected: 'rows' })
  const max = field.maxRows ?? mostRows
  return value.length > max ? refuse(place, 'too-many', { max }) : accept(value)
}
