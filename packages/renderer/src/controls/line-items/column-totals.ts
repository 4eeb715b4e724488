import type { JsonValue } from '@pipewright/contract'
import {
  compileExpression,
  listOf,
  NUMBER,
  parseDecimal,
  roundTo,
  type EvaluationContext,
} from '@pipewright/logic'
import { isNumeric, scaleOf, totalsOf, type TotalFunction } from '@pipewright/metadata'
import type { Field, LineItemsField } from '@pipewright/schemas'
import type { ItemRow } from './row-changes.ts'

export interface ColumnTotal {
  readonly function: TotalFunction
  /** As the column holds its values; a count is a whole number. */
  readonly value: string
}

const operations = { sum: 'sum', avg: 'avg', min: 'minimum', max: 'maximum' } as const
const scope = { resolve: () => listOf(NUMBER), fields: () => [] }
const context: EvaluationContext = {
  now: '1970-01-01T00:00:00.000Z',
  today: '1970-01-01',
  zone: 'UTC',
  me: '',
}

/** The operation of the expression language, which is exact. */
function figure(name: keyof typeof operations, values: readonly string[], field: Field): string {
  const run = compileExpression({ [operations[name]]: [{ var: 'values' }] }, scope)
  const found = String(run({ values }, context) ?? '0')
  return name === 'avg' ? roundTo(found, Math.max(scaleOf(field), 2)) : found
}

function first(name: 'min' | 'max', values: readonly string[]): string {
  const sorted = values.toSorted()
  return (name === 'min' ? sorted[0] : sorted.at(-1)) ?? ''
}

const isEmpty = (value: JsonValue | undefined): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** A figure as a list of one; nothing where it is none. */
const readExact = (value: JsonValue | undefined): readonly string[] =>
  (typeof value === 'string' || typeof value === 'number') && parseDecimal(String(value)) !== null
    ? [String(value)]
    : []

function totalOf(field: Field, name: TotalFunction, rows: readonly ItemRow[]): string | undefined {
  const filled = rows.map((row) => row[field.key]).filter((value) => !isEmpty(value))
  if (name === 'count') return String(filled.length)
  if (!isNumeric(field))
    return filled.length === 0 ? undefined : first(name as 'min' | 'max', filled.map(String))
  // What was typed and is no number does not count; the cell says so itself.
  const figures = filled.flatMap(readExact)
  return figures.length === 0 ? undefined : figure(name, figures, field)
}

export const totalsOfColumn = (
  table: LineItemsField,
  field: Field,
  rows: readonly ItemRow[],
): readonly ColumnTotal[] =>
  totalsOf(table, field).flatMap((name) => {
    const value = totalOf(field, name, rows)
    return value === undefined ? [] : [{ function: name, value }]
  })

/** What the columns come to, exactly; columns that come to nothing are left out. */
export const columnTotals = (
  table: LineItemsField,
  rows: readonly ItemRow[],
): ReadonlyMap<string, readonly ColumnTotal[]> =>
  new Map(
    table.fields.flatMap((field) => {
      const found = totalsOfColumn(table, field, rows)
      return found.length === 0 ? [] : [[field.key, found] as const]
    }),
  )
