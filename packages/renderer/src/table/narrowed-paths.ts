import type { Expression } from '@pipewright/schemas'

/** The fields that the conditions of a filter are about. */
export function narrowedPaths(filter: Expression | null): ReadonlySet<string> {
  if (filter === null || typeof filter !== 'object') return new Set()
  if (Array.isArray(filter)) return new Set(filter.flatMap((part) => [...narrowedPaths(part)]))
  return new Set(
    Object.entries(filter).flatMap(([name, args]) =>
      name === 'var' && typeof args === 'string' ? [args] : [...narrowedPaths(args)],
    ),
  )
}
