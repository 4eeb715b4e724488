import type { JsonValue } from '@pipewright/contract'
import { addDecimals, parseDecimal } from '@pipewright/logic'
import { valueTypeOf } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { ItemRow } from './row-changes.ts'

/** Amounts that are entered beside calculated ones are prices per piece: their sum says nothing. */
function isTotalled(field: Field, columns: readonly Field[]): boolean {
  const type = valueTypeOf(field)
  if (type === 'number') return true
  const calculated = columns.some((column) => column.type === 'formula' && column.resultType === 'money')
  return type === 'money' && (field.type === 'formula' || !calculated)
}

const isDecimal = (value: JsonValue | undefined): value is string =>
  typeof value === 'string' && parseDecimal(value) !== null

/** Exact sum per column that has a meaningful one. */
export function columnTotals(
  columns: readonly Field[],
  rows: readonly ItemRow[],
): ReadonlyMap<string, string> {
  const totals = new Map<string, string>()
  for (const field of columns) {
    if (!isTotalled(field, columns)) continue
    const values = rows.map((row) => row[field.key]).filter(isDecimal)
    if (values.length > 0) totals.set(field.key, addDecimals(...values))
  }
  return totals
}
