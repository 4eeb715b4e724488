import type { Rule, RuleEffect } from '@pipewright/schemas'
import { askedAt, isAside, type RuleSite, type RuleSubject } from './rule-subject.ts'
import type { RuleState } from './rule-state.ts'
import { pathsOf } from './spots.ts'

/** One thing that one rule does to a field, or would do. */
export interface RuleReason {
  readonly rule: Rule
  readonly effect: RuleEffect
  /** Whether it acts now; unknown where the condition is kept from the reader, or asks for a device nobody named. */
  readonly acts: boolean | 'unknown'
  /** Where it was asked: what its condition read is in there. */
  readonly sites: readonly RuleSite[]
}

const concerns = (subject: RuleSubject, effect: RuleEffect, field: string): boolean =>
  pathsOf(subject.form, effect).some((path) => path === field || path.startsWith(`${field}.`))

/** Every rule that acts on a field or could, columns of line items included, in the order of the rules. */
export function ruleReasons(subject: RuleSubject, field: string): readonly RuleReason[] {
  return (subject.form.form.rules ?? []).flatMap((rule): RuleReason[] => {
    const effects = rule.effects.filter((effect) => concerns(subject, effect, field))
    if (effects.length === 0) return []
    if (isAside(rule, subject.writer))
      return effects.map((effect) => ({ rule, effect, acts: 'unknown', sites: [] }))
    const asked = askedAt(subject, rule)
    const sites = asked.map(({ site }) => site)
    return effects.map((effect) => {
      const acting = asked.filter(({ holds }) => holds !== (effect.type === 'show')).map(({ site }) => site)
      return { rule, effect, acts: acting.length > 0, sites: acting.length > 0 ? acting : sites.slice(0, 1) }
    })
  })
}

/** Fields that some rule acts on now, or may in a way the reader cannot see. */
export function explainedFields(subject: RuleSubject, { inForce }: RuleState): ReadonlySet<string> {
  const { form, writer } = subject
  const aside = (form.form.rules ?? []).filter((rule) => isAside(rule, writer))
  const effects = [...aside.flatMap((rule) => rule.effects), ...inForce.map(({ effect }) => effect)]
  const found = effects.flatMap((effect) => pathsOf(form, effect))
  return new Set(found.map((path) => path.split('.')[0] ?? path))
}
