import type { JsonValue } from '@pipewright/contract'
import { compareDecimals, parseDecimal } from '@pipewright/logic'
import { isNumeric, type Locale } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { ItemRow, KeyedRows } from './row-changes.ts'

export interface SortedBy {
  readonly column: string
  readonly direction: 'asc' | 'desc'
}

const unsorted: ReadonlySet<Field['type']> = new Set(['attachment', 'lineItems', 'longText', 'richText'])

export const canSort = (field: Field): boolean => !unsorted.has(field.type)

/** The next click on a column: up first, then down. */
export const nextSort = (sorted: SortedBy | null, column: string): SortedBy => ({
  column,
  direction: sorted?.column === column && sorted.direction === 'asc' ? 'desc' : 'asc',
})

/** How a value of a column reads, for columns whose values are keys or ids. */
export type ReadAs = (field: Field, value: JsonValue | undefined) => string

const isEmpty = (value: JsonValue | undefined): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Whole amounts by size, days and times by the clock, the rest as it reads. */
function keyOf(field: Field, value: JsonValue | undefined, read: ReadAs): string {
  if (isNumeric(field) || field.type === 'duration') return String(value)
  if (field.type === 'date' || field.type === 'dateTime' || field.type === 'time') return String(value)
  if (field.type === 'yesNo') return value === true ? '1' : '0'
  return read(field, value)
}

const isDecimal = (text: string): boolean => parseDecimal(text) !== null

/** The rows in the order of a column, each with its name; rows without a value come last, equal ones stay as they were. */
export function sortRows(
  state: KeyedRows,
  field: Field,
  direction: SortedBy['direction'],
  { locale, read }: { readonly locale: Locale; readonly read: ReadAs },
): KeyedRows {
  const words = new Intl.Collator(locale === 'zh' ? 'zh-CN' : 'en', { numeric: true })
  const numeric = isNumeric(field) || field.type === 'duration'
  const sign = direction === 'asc' ? 1 : -1
  const placed = state.rows.map((row, position) => ({
    row,
    position,
    empty: isEmpty(row[field.key]),
    key: keyOf(field, row[field.key], read),
  }))
  const order = (one: (typeof placed)[number], other: (typeof placed)[number]): number => {
    if (one.empty || other.empty)
      return Number(one.empty) - Number(other.empty) || one.position - other.position
    const exact = numeric && isDecimal(one.key) && isDecimal(other.key)
    const found = exact ? compareDecimals(one.key, other.key) : words.compare(one.key, other.key)
    return found === 0 ? one.position - other.position : sign * found
  }
  const sorted = placed.toSorted(order)
  if (sorted.every(({ position }, at) => position === at)) return state
  return {
    rows: sorted.map(({ row }): ItemRow => row),
    keys: sorted.map(({ position }) => state.keys[position] ?? ''),
  }
}
