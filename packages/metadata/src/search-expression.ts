import type { Expression, RecordMatch, RecordSearch } from '@pipewright/schemas'

const signs: Readonly<Record<RecordMatch['operator'], string>> = {
  eq: '=',
  ne: '<>',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
  isEmpty: '=',
  notEmpty: '<>',
}

/** What the column is held against, as functions such as SUMIFS take it. */
function criterion({ operator, value = null }: RecordMatch): Expression {
  const sign = signs[operator]
  if (operator === 'isEmpty' || operator === 'notEmpty') return sign
  // Nothing is the same as an empty value, nor different from it.
  if (value === null || value === '') return ''
  if (typeof value !== 'string' && typeof value !== 'number')
    return operator === 'eq' ? value : { concat: [sign, { text: [value] }] }
  return `${sign}${String(value)}`
}

/** A search for a record as an expression: the value of the first record that meets all conditions. */
export function searchExpression({ form, field, where, orderBy }: RecordSearch): Expression {
  const column = (path: string): Expression => ({ column: `${form}.${path}` })
  const how = orderBy?.direction === 'desc' ? 'lastIfs' : 'firstIfs'
  return {
    [how]: [
      column(field),
      column(orderBy?.field ?? 'created_at'),
      ...where.flatMap((match) => [column(match.field), criterion(match)]),
    ],
  }
}
