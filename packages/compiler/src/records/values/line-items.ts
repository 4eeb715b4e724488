import type { LineItemsField } from '@pipewright/schemas'
import { localize } from '@pipewright/metadata'
import { issue, type Issue } from '../issue.ts'
import type { ValueChecker } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

export const mostRows = 5000

/** Rows inside one row, where the field names no other number. */
export const mostInnerRows = 500

/** Rows inside all the rows of a field together. */
const mostInnerTogether = 10_000

type Data = Readonly<Record<string, unknown>>
const countIn = (values: Data, key: string): number => (Array.isArray(values[key]) ? values[key].length : 0)

/** Whether the rows inside the rows of a field are more than are kept, table by table. */
export function tooManyInside(
  { key, fields }: LineItemsField,
  rows: readonly Data[],
  { locale, pointer }: { readonly locale: 'en' | 'zh'; readonly pointer: string },
): Issue[] {
  return fields.flatMap((column) => {
    if (column.type !== 'lineItems') return []
    const count = rows.reduce((sum, row) => sum + countIn(row, column.key), 0)
    const params = { count, max: mostInnerTogether, field: localize(column.label, locale) || key }
    return count > mostInnerTogether ? [issue(pointer, 'too-many-inside', params)] : []
  })
}

/** Only that it is a list of objects of allowed length; the rows are checked column by column where rights are known. */
export const lineItems: ValueChecker<LineItemsField> = (field, value, place) => {
  if (!Array.isArray(value)) return refuse(place, 'wrong-type', { expected: 'rows' })
  const { minRows: min = 0, maxRows: max = mostRows } = field
  if (value.length > 0 && value.length < min) return refuse(place, 'too-few', { min })
  return value.length > max ? refuse(place, 'too-many', { max }) : accept(value)
}
