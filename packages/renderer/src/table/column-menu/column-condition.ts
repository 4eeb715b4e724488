import type { Expression } from '@pipewright/schemas'
import { partsOf } from '../../filter/quick/condition-parts.ts'
import { readFilter, writeFilter, type Condition } from '../../filter/filter-tree.ts'

function conditionOf(part: Expression): Condition | null {
  const [only, ...more] = readFilter(part)?.items ?? []
  return only?.kind === 'condition' && more.length === 0 ? only : null
}

/** The condition that a filter makes of one column beside whatever else it says; null when it makes none. */
export function columnCondition(filter: Expression | null, path: string): Condition | null {
  return (
    partsOf(filter)
      .map(conditionOf)
      .find((condition) => condition?.path === path) ?? null
  )
}

/** The filter with another condition for one column; what it says of everything else stays, however it is written. */
export function withColumnCondition(
  filter: Expression | null,
  path: string,
  condition: Condition | null,
): Expression | null {
  const before = partsOf(filter)
  const position = before.findIndex((part) => conditionOf(part)?.path === path)
  const written = condition === null ? null : writeFilter(condition)
  const next = written === null ? [] : [written]
  const parts =
    position < 0
      ? [...before, ...next]
      : [...before.slice(0, position), ...next, ...before.slice(position + 1)]
  if (parts.length === 0) return null
  return parts.length === 1 ? (parts[0] ?? null) : { and: [...parts] }
}
