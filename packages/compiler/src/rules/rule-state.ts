import { fieldsIn, sectionsOf } from '@pipewright/metadata'
import type { Rule, RuleEffect } from '@pipewright/schemas'
import type { CompiledForm, CompiledPlace } from '../app/compiled-form.ts'
import { allowedOptions } from './allowed-options.ts'
import { askedAt, isAside, type RuleSite, type RuleSubject } from './rule-subject.ts'
import { pathsOf, spotAt, type Spot } from './spots.ts'

/** An effect that is in force, and where. */
export interface InForce {
  readonly rule: Rule
  readonly effect: RuleEffect
  readonly site: RuleSite
}

/** What a choice may hold here, and the rules that say so. */
export interface Limit {
  readonly options: ReadonlySet<string>
  readonly by: readonly InForce[]
}

/** What follows from the rules for a record as it stands. */
export interface RuleState {
  /** Out of sight: what a rule hides, and fields all of whose sections are hidden. */
  readonly hidden: ReadonlySet<Spot>
  readonly hiddenSections: ReadonlySet<string>
  /** Must be filled, by their own property or by a rule. */
  readonly required: ReadonlySet<Spot>
  /** With the rule that locks it. */
  readonly locked: ReadonlyMap<Spot, Rule>
  readonly limited: ReadonlyMap<Spot, Limit>
  readonly warnings: readonly InForce[]
  readonly refusals: readonly InForce[]
  readonly inForce: readonly InForce[]
}

function inForce(subject: RuleSubject): InForce[] {
  const rules = (subject.form.form.rules ?? []).filter((rule) => !isAside(rule, subject.writer))
  return rules.flatMap((rule) =>
    askedAt(subject, rule).flatMap(({ site, holds }) =>
      rule.effects
        .filter((effect) => (effect.type === 'show') !== holds)
        .map((effect) => ({ rule, effect, site })),
    ),
  )
}

const isOf =
  (...types: readonly RuleEffect['type'][]) =>
  ({ effect }: InForce): boolean =>
    types.includes(effect.type)

const spotsIn = (form: CompiledForm, { effect, site }: InForce): readonly Spot[] =>
  pathsOf(form, effect).map((path) => spotAt(path, site))

/** Fields that are required by themselves, columns included. */
function ownRequired(form: CompiledForm): Spot[] {
  const starred = (place: Pick<CompiledPlace, 'fields'>, prefix: string): string[] =>
    [...place.fields.values()].flatMap((field) =>
      'required' in field && field.required === true ? [`${prefix}${field.key}`] : [],
    )
  return [...starred(form, ''), ...form.allItems.flatMap((items) => starred(items, `${items.path}.`))]
}

function hiddenSpots(form: CompiledForm, hiding: readonly InForce[], sections: ReadonlySet<string>): Spot[] {
  const named = hiding.flatMap(({ effect, site }) =>
    'fields' in effect ? (effect.fields ?? []).map((path) => spotAt(path, site)) : [],
  )
  if (sections.size === 0) return named
  const placed = new Map<string, boolean>()
  for (const { key, items } of sectionsOf(form.form))
    for (const field of fieldsIn({ items }))
      placed.set(field, sections.has(key) && placed.get(field) !== false)
  return [...named, ...[...placed].flatMap(([field, isHidden]) => (isHidden ? [field] : []))]
}

function limits(subject: RuleSubject, limiting: readonly InForce[]): Map<Spot, Limit> {
  const found = new Map<Spot, Limit>()
  for (const each of limiting) {
    if (each.effect.type !== 'limit') continue
    const spot = spotAt(each.effect.field, each.site)
    const options = allowedOptions(subject, each.effect, each.site)
    const before = found.get(spot)
    found.set(spot, {
      options: new Set([...options].filter((option) => before?.options.has(option) !== false)),
      by: [...(before?.by ?? []), each],
    })
  }
  return found
}

/** Asks every rule of the form. Pure, and the same in the browser and on the server. */
export function ruleState(subject: RuleSubject): RuleState {
  const { form } = subject
  const found = inForce(subject)
  const hiding = found.filter(isOf('show', 'hide'))
  const hiddenSections = new Set(
    hiding.flatMap(({ effect }) => ('sections' in effect ? (effect.sections ?? []) : [])),
  )
  const locking = found.filter(isOf('lock')).reverse()
  return {
    hidden: new Set(hiddenSpots(form, hiding, hiddenSections)),
    hiddenSections,
    required: new Set([
      ...ownRequired(form),
      ...found.filter(isOf('require')).flatMap((each) => spotsIn(form, each)),
    ]),
    locked: new Map(locking.flatMap((each) => spotsIn(form, each).map((spot) => [spot, each.rule] as const))),
    limited: limits(subject, found.filter(isOf('limit'))),
    warnings: found.filter(isOf('warn')),
    refusals: found.filter(isOf('refuse')),
    inForce: found,
  }
}
