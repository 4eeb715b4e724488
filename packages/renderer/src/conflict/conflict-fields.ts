import type { JsonValue, Values } from '@pipewright/contract'
import { sameValue } from '../environment/same-value.ts'

export interface ConflictField {
  readonly key: string
  readonly base: JsonValue
  readonly mine: JsonValue
  readonly theirs: JsonValue
  /** Both changed it, to different values: somebody has to choose. */
  readonly contested: boolean
}

/** What was typed, beside what was saved meanwhile; fields on which both agree are left out. */
export function conflictFields(base: Values, mine: Values, theirs: Values): readonly ConflictField[] {
  return Object.entries(mine).flatMap(([key, value]) => {
    const before = base[key] ?? null
    const saved = theirs[key] ?? null
    if (sameValue(value, saved) || sameValue(value, before)) return []
    return [{ key, base: before, mine: value, theirs: saved, contested: !sameValue(saved, before) }]
  })
}

/** The changes to save on top of what was saved meanwhile. */
export function mergedValues(fields: readonly ConflictField[], keepTheirs: ReadonlySet<string>): Values {
  return Object.fromEntries(
    fields.filter(({ key }) => !keepTheirs.has(key)).map(({ key, mine }) => [key, mine]),
  )
}
