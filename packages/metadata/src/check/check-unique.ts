import { type Segment, toPointer } from '../pointer.ts'
import { type Problem, problem } from '../problem.ts'

/** Problems for all but the first of the things with the same key. */
export function checkUniqueKeys(
  list: readonly { key: string }[] | undefined,
  at: readonly Segment[],
): Problem[] {
  const seen = new Set<string>()
  return (list ?? []).flatMap(({ key }, position) => {
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [problem('duplicate-key', toPointer([...at, position, 'key']), { key })]
  })
}

/** The same for lists of bare keys or paths. */
export function checkUniqueItems(list: readonly string[] | undefined, at: readonly Segment[]): Problem[] {
  const seen = new Set<string>()
  return (list ?? []).flatMap((key, position) => {
    if (seen.has(key)) return [problem('listed-twice', toPointer([...at, position]), { key })]
    seen.add(key)
    return []
  })
}
