import { localize, startingValue } from '@pipewright/metadata'
import { issue, type Issue } from '../records/issue.ts'
import { sameValue } from '../records/value.ts'
import { assignedValue } from '../records/write/calculate.ts'
import { seenFrom } from '../records/write/each-row.ts'
import { isEmpty } from '../records/write/write-scene.ts'
import { placeAt } from './place-at.ts'
import { heldAt, type Held, type RuleCheck } from './rule-issues.ts'
import type { RuleSubject } from './rule-subject.ts'
import type { Spot } from './spots.ts'

export interface Locking {
  /** Spots that rules have set: their value is not the writer's. */
  readonly set: ReadonlyMap<Spot, unknown>
  /** Whether the writer sends the field at all. */
  sent(key: string): boolean
}

/** What a field holds that its writer never touched: what was stored, or its default while it is new. */
function untouched(subject: RuleSubject, { path, before, rows, data, above }: Held): unknown {
  if (before !== undefined) return before
  const { place, key } = placeAt(subject.form, path)
  const field = place?.fields.get(key)
  if (place === undefined || field === undefined) return null
  const own = 'default' in field ? field.default : undefined
  const start = rows.length === 0 ? startingValue(subject.form.form, field, subject.record) : own
  if (start === undefined) return null
  const seen = rows.length === 0 ? data : seenFrom(subject.record, { data, above })
  return assignedValue(place, field, start, seen, subject.context)
}

const textOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'text' in value ? value.text : undefined

/** Of a value of several parts its text says it all: what it is worth, or the code of its place, may be known later. */
const isKept = (value: unknown, kept: unknown): boolean =>
  sameValue(value, kept) || (textOf(value) !== undefined && textOf(value) === textOf(kept))

/** Locked fields stay as they are. */
export function lockIssues(check: RuleCheck, { set, sent }: Locking): Issue[] {
  const { state, subject, locale } = check
  return [...state.locked].flatMap(([spot, rule]) =>
    heldAt(check, spot).flatMap((held) => {
      const { path, value, pointer } = held
      const [key = ''] = path.split('.')
      if (set.has(spot) || !sent(key)) return []
      const kept = untouched(subject, held)
      return isKept(value ?? null, kept ?? null) || (isEmpty(value) && isEmpty(kept))
        ? []
        : [issue(pointer, 'locked-by-rule', { rule: localize(rule.label, locale) })]
    }),
  )
}
