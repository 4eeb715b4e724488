import { isSameJson } from '@pipewright/metadata'
import type { Expression } from '@pipewright/schemas'

/** The conditions that all have to hold. */
export function partsOf(filter: Expression | null): readonly Expression[] {
  if (filter === null || filter === true) return []
  if (typeof filter !== 'object' || Array.isArray(filter)) return [filter]
  const { and } = filter
  return Array.isArray(and) && Object.keys(filter).length === 1 ? and : [filter]
}

const joined = (parts: readonly Expression[]): Expression | null =>
  parts.length > 1 ? { and: [...parts] } : (parts[0] ?? null)

/** Whether all that a condition asks for is among what a filter asks for. */
export const hasCondition = (filter: Expression | null, condition: Expression): boolean =>
  partsOf(condition).every((wanted) => partsOf(filter).some((part) => isSameJson(part, wanted)))

/** The filter with a condition, or without it. */
export function toggledCondition(filter: Expression | null, condition: Expression): Expression | null {
  const wanted = partsOf(condition)
  const rest = partsOf(filter).filter((part) => !wanted.some((one) => isSameJson(one, part)))
  return joined(hasCondition(filter, condition) ? rest : [...rest, ...wanted])
}
