import type { Option, RollupField } from '@pipewright/schemas'
import {
  compareDecimals,
  compileExpression,
  evaluateCondition,
  listOf,
  NUMBER,
  type EvaluationContext,
  type Value,
} from '@pipewright/logic'
import type { CompiledItems } from '../../app/compiled-form.ts'
import { longestList } from '../longest-list.ts'

type Row = Readonly<Record<string, unknown>>
type Figure = (values: readonly Value[], call: RowsRollup) => Value

export interface RowsRollup {
  readonly field: RollupField
  readonly items: CompiledItems
  readonly context: EvaluationContext
  /** Options of the measured choice, in order. */
  readonly options: readonly Option[]
}

/** The operation of the expression language over all values, which is exact and the same in SQL. */
const operation =
  (name: 'sum' | 'avg' | 'minimum' | 'maximum'): Figure =>
  (values, { field, items, context }) => {
    const type = items.scope.resolve([field.field ?? '']) ?? NUMBER
    const scope = { resolve: () => listOf(type), fields: () => [] }
    return compileExpression({ [name]: [{ var: 'values' }] }, scope)({ values }, context)
  }

function byCodePoint(one: string, other: string): number {
  const [left, right] = [[...one], [...other]]
  for (const [position, character] of left.entries()) {
    const against = right[position]
    if (against === undefined) return 1
    const difference = (character.codePointAt(0) ?? 0) - (against.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

const figures: { readonly [F in RollupField['function']]: Figure } = {
  count: (values) => String(values.length),
  countDistinct: (values) => String(new Set(values).size),
  sum: operation('sum'),
  avg: operation('avg'),
  min: operation('minimum'),
  max: operation('maximum'),
  first: (values) => values[0] ?? null,
  last: (values) => values[0] ?? null,
  list: (values) => (values.length === 0 ? null : values.slice(0, longestList).map(String).join(', ')),
  listDistinct(values, { field, options }) {
    const different = [...new Set(values.map(String))]
    if (different.length === 0) return null
    if (field.resultType !== 'multiChoice')
      return different.toSorted(byCodePoint).slice(0, longestList).join(', ')
    const places = new Map(options.map(({ key }, position) => [key, position]))
    return different.toSorted((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0))
  },
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === ''

/** Rows in the order of a rollup, from the end for the last one; those without a value to be ordered by come last. */
function inOrder(rows: readonly Row[], { field, items }: RowsRollup): readonly Row[] {
  const { orderBy } = field
  const backwards = field.function === 'last'
  if (orderBy === undefined) return backwards ? rows.toReversed() : rows
  const isNumber = items.scope.resolve([orderBy.field])?.kind === 'number'
  const sign = (orderBy.direction === 'desc') === backwards ? 1 : -1
  const placed = rows.map((row, position) => ({ row, position, key: row[orderBy.field] }))
  return placed
    .toSorted((one, other) => {
      if (isNothing(one.key) || isNothing(other.key)) {
        const nothing = Number(isNothing(one.key)) - Number(isNothing(other.key))
        return nothing !== 0 ? nothing : sign * (one.position - other.position)
      }
      const [left, right] = [String(one.key), String(other.key)]
      const order = isNumber ? compareDecimals(left, right) : byCodePoint(left, right)
      return order !== 0 ? sign * order : sign * (one.position - other.position)
    })
    .map(({ row }) => row)
}

/** The rows of a record's line items, or the rows inside all of them. */
export const rowsBehind = (values: Row, lineItems: string): readonly Row[] =>
  lineItems
    .split('.')
    .reduce<readonly Row[]>(
      (around, key) => around.flatMap((row) => (Array.isArray(row[key]) ? (row[key] as readonly Row[]) : [])),
      [values],
    )

/** The value of a rollup over the own line items of a record, from its rows as they are in hand. */
export function rollUpRows(rows: readonly Row[], call: RowsRollup): Value {
  const { field, items, context } = call
  const { filter, field: measured } = field
  const kept =
    filter === undefined ? rows : rows.filter((row) => evaluateCondition(filter, row, context, items.scope))
  if (field.function === 'count' || measured === undefined) return String(kept.length)
  const values = inOrder(kept, call).map((row) => row[measured])
  return figures[field.function](values.filter((value) => !isNothing(value)) as readonly Value[], call)
}
