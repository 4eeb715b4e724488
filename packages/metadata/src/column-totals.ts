import type { Field, LineItemsField } from '@pipewright/schemas'
import { isNumeric, valueTypeOf } from './field-value.ts'

export type TotalFunction = NonNullable<LineItemsField['totals']>[number]['functions'][number]

const ordered: ReadonlySet<string> = new Set(['date', 'dateTime', 'time'])

/** What a column can come to: figures all of it, days and times the first and last, everything how many are filled. */
export function totalFunctions(column: Field): readonly TotalFunction[] {
  if (isNumeric(column)) return ['sum', 'avg', 'min', 'max', 'count']
  return ordered.has(valueTypeOf(column)) ? ['min', 'max', 'count'] : ['count']
}

/** Amounts that are entered beside calculated ones are prices per piece: their sum says nothing. */
function isSummed(column: Field, columns: readonly Field[]): boolean {
  const type = valueTypeOf(column)
  if (type === 'number') return true
  const calculated = columns.some((each) => each.type === 'formula' && each.resultType === 'money')
  return type === 'money' && (column.type === 'formula' || !calculated)
}

/** What is shown below a column: what its builder chose, else the sum where that means something. */
export function totalsOf(table: LineItemsField, column: Field): readonly TotalFunction[] {
  const chosen = table.totals?.find(({ field }) => field === column.key)
  const possible = totalFunctions(column)
  if (chosen !== undefined) return chosen.functions.filter((each) => possible.includes(each))
  return isSummed(column, table.fields) ? ['sum'] : []
}
