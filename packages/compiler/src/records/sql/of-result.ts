import { isNumeric, scaleOf, type CalculatedField } from '@pipewright/metadata'
import { param, sql, type SqlFragment } from '@pipewright/logic'

/** Calculated values are rounded half-up to the scale of their field, here and in JavaScript. */
export function ofResult(field: CalculatedField, value: SqlFragment): SqlFragment {
  if (!isNumeric(field)) return value
  return sql`round(${value}, ${param(scaleOf(field), 'int')})`
}
