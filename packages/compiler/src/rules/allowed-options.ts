import type { RuleEffect } from '@pipewright/schemas'
import { evaluateCondition } from '@pipewright/logic'
import { placeAt } from './place-at.ts'
import { placeOfSite, type RuleSite, type RuleSubject } from './rule-subject.ts'

type LimitEffect = Extract<RuleEffect, { type: 'limit' }>

/** The options that a rule leaves of a choice. */
export function allowedOptions(
  { form, context }: RuleSubject,
  { field, options, where }: LimitEffect,
  { data, lineItems }: RuleSite,
): ReadonlySet<string> {
  const { place, key } = placeAt(form, field)
  const all = [...(place?.options.get(key) ?? [])]
  const { scope } = placeOfSite(form, lineItems)
  const named = options === undefined ? all : all.filter((option) => options.includes(option))
  if (where === undefined) return new Set(named)
  return new Set(
    named.filter((option) => evaluateCondition(where, { ...data, $option: option }, context, scope)),
  )
}
