import type { AppDefinition } from '@pipewright/schemas'

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(
    entries
      .toSorted(([first], [second]) => (first < second ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}

/**
 * A definition as the text of a file, with what goes along with it: the same is always the same bytes, wherever it is stored
 * in between.
 */
export const printDefinition = (
  definition: AppDefinition,
  along: Readonly<Record<string, unknown>> = {},
): string => `${JSON.stringify(sorted({ ...definition, ...along }), null, 2)}\n`
