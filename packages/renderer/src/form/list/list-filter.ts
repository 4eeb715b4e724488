import { evaluate, type EvaluationContext, type Value } from '@pipewright/logic'
import { valueKindOf, type DefinitionIndex } from '@pipewright/metadata'
import type { Expression, RecordMatch, SectionList } from '@pipewright/schemas'

type Data = Readonly<Record<string, unknown>>

const isEmpty = (value: Value): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0)

function condition(
  index: DefinitionIndex,
  form: string,
  { field, operator, value = null }: RecordMatch,
  data: Data,
  context: EvaluationContext,
): Expression | null {
  const path: Expression = { var: field }
  if (operator === 'isEmpty' || operator === 'notEmpty') return { [operator]: [path] }
  const held = evaluate(value, data, context)
  if (isEmpty(held)) return null
  const found = index.field(form, field)?.field
  const hasMany = found !== undefined && valueKindOf(found) === 'list'
  const same = Array.isArray(held) || hasMany
  if (operator !== 'eq' && operator !== 'ne') return { [operator]: [path, held as Expression] }
  const list = (Array.isArray(held) ? held : [held]) as Expression
  const isOne: Expression = same
    ? { [hasMany ? 'hasAny' : 'in']: [path, list] }
    : { eq: [path, held as Expression] }
  return operator === 'eq' ? isOne : { not: [isOne] }
}

/** The filter of a list for the record as it stands; null while a value it compares with is empty: nothing meets that. */
export function listFilter(
  index: DefinitionIndex,
  { form, where }: SectionList,
  data: Data,
  context: EvaluationContext,
): Expression | null {
  const found = where.map((match) => condition(index, form, match, data, context))
  const all = found.filter((one) => one !== null)
  if (all.length < found.length) return null
  return all.length === 1 ? (all[0] ?? null) : { and: all }
}
