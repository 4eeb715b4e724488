import type { Expression, Field, Rule } from '@pipewright/schemas'
import type { CompiledPlace } from '../app/compiled-form.ts'
import { placeAt } from './place-at.ts'
import { holdsAt, isAside, sitesOf, type RuleSite, type RuleSubject } from './rule-subject.ts'
import { spotAt, type Spot } from './spots.ts'

/** Holds a record while rules set its fields. */
export interface RuleHost {
  /** The record as it stands now. */
  subject(): RuleSubject
  /** Gives a field of the record, or a cell of a row, what an expression gives. */
  assign(
    target: { readonly place: CompiledPlace; readonly field: Field; readonly rows: readonly number[] },
    value: Expression,
    data: Readonly<Record<string, unknown>>,
  ): void
  /** Looks up and calculates anew what leans on the fields that were set. */
  settle(): void
}

function setAt(host: RuleHost, rule: Rule, site: RuleSite): Spot[] {
  const { form } = host.subject()
  return rule.effects.flatMap((effect) => {
    if (effect.type !== 'set') return []
    const { place, key } = placeAt(form, effect.field)
    const field = place?.fields.get(key)
    const isHere = (place?.place.lineItems ?? '') === site.lineItems
    if (place === undefined || field === undefined || !isHere) return []
    host.assign({ place, field, rows: site.rows }, effect.value, site.data)
    return [spotAt(effect.field, site)]
  })
}

/**
 * Lets the rules set their fields, in order; what they set is seen by the rules after them. Answers what was set, with
 * the last rule that did.
 */
export function runSets(host: RuleHost): ReadonlyMap<Spot, Rule> {
  const set = new Map<Spot, Rule>()
  for (const rule of host.subject().form.form.rules ?? []) {
    if (!rule.effects.some(({ type }) => type === 'set')) continue
    const subject = host.subject()
    if (isAside(rule, subject.writer)) continue
    const sites = sitesOf(subject, rule).filter((site) => holdsAt(subject, rule, site))
    if (sites.length === 0) continue
    for (const spot of sites.flatMap((site) => setAt(host, rule, site))) set.set(spot, rule)
    host.settle()
  }
  return set
}
