import type { AppDefinition, Option } from '@pipewright/schemas'
import { type Problem, problem } from '../problem.ts'
import { type UseTarget, usesIn } from '../where-used.ts'

/** One problem per option that would go although something names it. */
export function checkRemovedOptions(
  definition: AppDefinition,
  change: {
    before: readonly Option[]
    after: readonly Option[]
    pointer: string
    targetOf: (option: string) => UseTarget
  },
): Problem[] {
  const kept = new Set(change.after.map((option) => option.key))
  const removed = change.before.filter(({ key }) => !kept.has(key))
  if (removed.length === 0) return []
  const usesOf = usesIn(definition)
  return removed.flatMap(({ key }) => {
    const uses = usesOf(change.targetOf(key))
    return uses.length === 0 ? [] : [problem('in-use', change.pointer, { what: key, uses })]
  })
}
