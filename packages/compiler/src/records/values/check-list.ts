import type { Issue } from '../issue.ts'
import type { FieldValue } from '../value.ts'
import type { CheckPlace, Checked } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

/** A list of values, each checked at its own place and kept once, in order; no values are empty. */
export function checkList(
  value: unknown,
  place: CheckPlace,
  { max, expected }: { readonly max: number; readonly expected: string },
  check: (value: unknown, place: CheckPlace) => Checked,
): Checked {
  if (!Array.isArray(value)) return refuse(place, 'wrong-type', { expected })
  if (value.length > max) return refuse(place, 'too-many', { max })
  const found = new Set<FieldValue>()
  const issues: Issue[] = []
  for (const [position, each] of (value as readonly unknown[]).entries()) {
    const checked = check(each, { ...place, pointer: `${place.pointer}/${position}` })
    if (!checked.ok) issues.push(...checked.issues)
    else if (checked.value !== null) found.add(checked.value)
  }
  if (issues.length > 0) return { ok: false, issues }
  return accept(found.size === 0 ? null : ([...found] as readonly string[]))
}
