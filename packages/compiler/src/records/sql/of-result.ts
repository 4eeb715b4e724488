import type { Field } from '@pipewright/schemas'
import { valueTypeOf, type CalculatedField } from '@pipewright/metadata'
import { param, sql, type SqlFragment } from '@pipewright/logic'
import { numericScale } from '../numeric-scale.ts'

export const numbers: ReadonlySet<Field['type']> = new Set<Field['type']>(['number', 'money', 'percent'])

/** Calculated values are rounded half-up to the scale of their field, here and in JavaScript. */
export function ofResult(field: CalculatedField, value: SqlFragment): SqlFragment {
  if (!numbers.has(valueTypeOf(field))) return value
  return sql`round(${value}, ${param(numericScale(field), 'int')})`
}
