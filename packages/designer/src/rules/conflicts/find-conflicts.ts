import { analyseCondition, canHoldTogether, isOperation, type Scope } from '@pipewright/logic'
import type { Form, Rule, RuleEffect } from '@pipewright/schemas'
import { fieldsOfEffect } from '../field-rules.ts'
import { implies } from './implies.ts'

/** What is odd about rules, and which: `other` is the second of two. */
export interface RuleConflict {
  readonly code:
    | 'neverTrue'
    | 'setTwice'
    | 'alwaysOverridden'
    | 'requiredHidden'
    | 'requiredLocked'
    | 'shownAndHidden'
    | 'neverShown'
    | 'noOptions'
  readonly rule: string
  readonly other?: string
  readonly field?: string
}

/** What the condition of a rule may name. */
type ScopeOfRule = (rule: Rule) => Scope

interface Act {
  readonly rule: Rule
  readonly scope: Scope
  readonly effect: RuleEffect
  readonly field: string
}

const canHold = ({ when }: Rule, scope: Scope): boolean => analyseCondition(when, scope) !== 'never'

const actsOf = (form: Form, rules: readonly Rule[], scopeOf: ScopeOfRule): Act[] =>
  rules.flatMap((rule) =>
    rule.effects.flatMap((effect) =>
      fieldsOfEffect(form, effect).map((field) => ({ rule, scope: scopeOf(rule), effect, field })),
    ),
  )

const together = (a: Act, b: Act): boolean => canHoldTogether(a.rule.when, b.rule.when, a.scope)

const isConstant = (effect: RuleEffect): boolean => effect.type === 'set' && !isOperation(effect.value)

function setTwice(earlier: Act, later: Act): RuleConflict['code'] | undefined {
  const [a, b] = [earlier.effect, later.effect]
  if (a.type !== 'set' || b.type !== 'set' || !together(earlier, later)) return undefined
  if (JSON.stringify(a.value) === JSON.stringify(b.value)) return undefined
  if (implies(earlier.rule.when, later.rule.when)) return 'alwaysOverridden'
  return isConstant(a) && isConstant(b) ? 'setTwice' : undefined
}

function hidden(one: Act, other: Act): RuleConflict['code'] | undefined {
  if (one.effect.type === 'require') {
    if (other.effect.type === 'hide')
      return implies(one.rule.when, other.rule.when) ? 'requiredHidden' : undefined
    if (other.effect.type === 'show') return together(one, other) ? undefined : 'requiredHidden'
    return other.effect.type === 'lock' && together(one, other) ? 'requiredLocked' : undefined
  }
  if (one.effect.type !== 'show') return undefined
  if (other.effect.type === 'hide') return together(one, other) ? 'shownAndHidden' : undefined
  return undefined
}

function limited(one: Act, other: Act): boolean {
  const [a, b] = [one.effect, other.effect]
  if (a.type !== 'limit' || b.type !== 'limit' || a.options === undefined || b.options === undefined)
    return false
  const left = new Set(b.options)
  return together(one, other) && !a.options.some((option) => left.has(option))
}

function between(earlier: Act, later: Act): RuleConflict | undefined {
  const of = (code: RuleConflict['code'], first = earlier, second = later): RuleConflict => ({
    code,
    rule: first.rule.key,
    other: second.rule.key,
    field: earlier.field,
  })
  const set = setTwice(earlier, later)
  if (set !== undefined) return of(set)
  const one = hidden(earlier, later)
  if (one !== undefined) return of(one)
  const two = hidden(later, earlier)
  if (two !== undefined) return of(two, later, earlier)
  const shows = earlier.effect.type === 'show' && later.effect.type === 'show'
  if (shows && !together(earlier, later)) return of('neverShown')
  return limited(earlier, later) ? of('noOptions') : undefined
}

/** Rules that can never apply, and pairs that contradict one another about a field; found while they are edited. */
export function findConflicts(form: Form, scopeOf: ScopeOfRule): readonly RuleConflict[] {
  const asked = (form.rules ?? []).filter(({ when }) => when !== null)
  // Each condition is analysed once.
  const possible = asked.filter((rule) => canHold(rule, scopeOf(rule)))
  const never = asked
    .filter((rule) => !possible.includes(rule))
    .map((rule): RuleConflict => ({ code: 'neverTrue', rule: rule.key }))
  const byField = Map.groupBy(
    actsOf(form, possible, scopeOf),
    ({ field, rule }) => `${rule.rows ?? ''} ${field}`,
  )
  const pairs = [...byField.values()].flatMap((acts) =>
    acts.flatMap((earlier, position) =>
      acts
        .slice(position + 1)
        .filter((later) => later.rule !== earlier.rule)
        .flatMap((later) => between(earlier, later) ?? []),
    ),
  )
  return [...never, ...pairs]
}
