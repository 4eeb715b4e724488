import { localize, startingValue } from '@pipewright/metadata'
import { issue, type Issue } from '../records/issue.ts'
import { sameValue } from '../records/value.ts'
import { assignedValue } from '../records/write/calculate.ts'
import { isEmpty } from '../records/write/write-scene.ts'
import { placeAt } from './place-at.ts'
import { heldAt, type Held, type RuleCheck } from './rule-issues.ts'
import { rowsIn, type RuleSubject } from './rule-subject.ts'
import type { Spot } from './spots.ts'

export interface Locking {
  /** Spots that rules have set: their value is not the writer's. */
  readonly set: ReadonlyMap<Spot, unknown>
  /** Whether the writer sends the field at all. */
  sent(key: string): boolean
}

/** What a field holds that its writer never touched: what was stored, or its default while it is new. */
function untouched(subject: RuleSubject, { path, before, row }: Held): unknown {
  if (before !== undefined) return before
  const { place, key } = placeAt(subject.form, path)
  const field = place?.fields.get(key)
  if (place === undefined || field === undefined) return null
  const data = row === undefined ? subject.record : rowsIn(subject.record, place.place.lineItems ?? '')[row]
  const own = 'default' in field ? field.default : undefined
  const start = row === undefined ? startingValue(subject.form.form, field, subject.record) : own
  return start === undefined ? null : assignedValue(place, field, start, data ?? {}, subject.context)
}

/** Locked fields stay as they are. */
export function lockIssues(check: RuleCheck, { set, sent }: Locking): Issue[] {
  const { state, subject, locale } = check
  return [...state.locked].flatMap(([spot, rule]) =>
    heldAt(check, spot).flatMap((held) => {
      const { path, value, pointer } = held
      const [key = ''] = path.split('.')
      if (set.has(spot) || !sent(key)) return []
      const kept = untouched(subject, held)
      return sameValue(value ?? null, kept ?? null) || (isEmpty(value) && isEmpty(kept))
        ? []
        : [issue(pointer, 'locked-by-rule', { rule: localize(rule.label, locale) })]
    }),
  )
}
