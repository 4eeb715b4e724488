const separators = /\s*[,;|、，；｜\n]\s*/
const mostOptions = 40
const longestOption = 40

const partsOf = (value: string): readonly string[] => [
  ...new Set(value.split(separators).filter((part) => part !== '')),
]

/**
 * The options of a column whose cells list several of them ("VIP, New"), the most frequent first. Undefined when the
 * parts are not mixed anew from cell to cell, as those of "Austin, TX" or "Smith, John" are not.
 */
export function listedOptions(values: readonly string[]): readonly string[] | undefined {
  const counts = new Map<string, number>()
  const mixed = new Map<string, number>()
  const kinds = new Set(values)
  if (![...kinds].some((kind) => partsOf(kind).length > 1)) return undefined
  for (const value of values) for (const part of partsOf(value)) counts.set(part, (counts.get(part) ?? 0) + 1)
  for (const kind of kinds) for (const part of partsOf(kind)) mixed.set(part, (mixed.get(part) ?? 0) + 1)
  const parts = [...counts.keys()]
  if (parts.length > mostOptions || parts.length * 2 > values.length) return undefined
  if (parts.some((part) => part.length > longestOption)) return undefined
  const again = parts.filter((part) => (mixed.get(part) ?? 0) > 1)
  if (again.length * 2 <= parts.length) return undefined
  return parts.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
}
