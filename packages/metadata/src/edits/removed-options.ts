import type { AppDefinition, Option } from '@pipewright/schemas'
import { type Problem, problem } from '../problem.ts'
import { type UseTarget, whereUsed } from '../where-used.ts'

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
  return change.before.flatMap(({ key }) => {
    if (kept.has(key)) return []
    const uses = whereUsed(definition, change.targetOf(key))
    return uses.length === 0 ? [] : [problem('in-use', change.pointer, { what: key, uses })]
  })
}
