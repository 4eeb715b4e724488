import { elementsOf, fieldsIn, sectionsOf } from '@pipewright/metadata'
import type { Form, Rule, RuleEffect } from '@pipewright/schemas'
import { mayKnowElement } from './mask-elements.ts'
import { knows, type MaskScope } from './mask-scope.ts'

type Naming = Extract<RuleEffect, { readonly sections?: unknown }>

/** Fields and sections as far as the reader may hear of them. */
function maskNaming(scope: MaskScope, form: Form, effect: Naming): RuleEffect[] {
  const { fields, sections, ...others } = effect
  const { elements, ...rest } = 'elements' in others ? others : { ...others, elements: undefined }
  const known = fields?.filter((path) => knows(scope, form.key, path)) ?? []
  const open = sectionsOf(form).filter(({ items }) =>
    fieldsIn({ items }).some((field) => knows(scope, form.key, field)),
  )
  const left = sections?.filter((key) => open.some((section) => section.key === key)) ?? []
  const there = new Set(
    elementsOf(form).flatMap((one) => (mayKnowElement(scope, form.key, one) ? [one.key] : [])),
  )
  const shown = elements?.filter((key) => there.has(key)) ?? []
  const masked = {
    ...rest,
    ...(known.length > 0 ? { fields: known } : {}),
    ...(left.length > 0 ? { sections: left } : {}),
    ...(shown.length > 0 ? { elements: shown } : {}),
  } as Naming
  return Object.keys(masked).length > 1 ? [masked] : []
}

function maskEffect(scope: MaskScope, form: Form, rule: Rule, effect: RuleEffect): RuleEffect[] {
  switch (effect.type) {
    case 'require':
    case 'show':
    case 'hide':
    case 'lock':
      return maskNaming(scope, form, effect)
    case 'set':
      return knows(scope, form.key, effect.field) && scope.expression(form.key, effect.value, rule.rows)
        ? [effect]
        : []
    case 'limit':
      return knows(scope, form.key, effect.field) && scope.expression(form.key, effect.where, rule.rows)
        ? [effect]
        : []
    case 'warn':
    case 'refuse': {
      if (effect.field === undefined || knows(scope, form.key, effect.field)) return [effect]
      const { field: _, ...rest } = effect
      return [rest]
    }
  }
}

/** Effects that can be told without the condition: where they land, not what they give. */
const placed = new Set<RuleEffect['type']>(['require', 'show', 'hide', 'lock'])

/**
 * A rule as a reader may know it. Of one whose condition asks for what the reader may not see, its name and the fields
 * it concerns stay, without the condition: it then does nothing in the browser, and the server applies it.
 */
export function maskRule(scope: MaskScope, form: Form, given: Rule): Rule[] {
  // Examples may hold values of a real record, and only builders need them.
  const { examples: _, ...rule } = given
  if (rule.when === null) return []
  const effects = rule.effects.flatMap((effect) => maskEffect(scope, form, rule, effect))
  if (scope.expression(form.key, rule.when, rule.rows))
    return effects.length === 0 ? [] : [{ ...rule, effects }]
  const told = effects.filter(({ type }) => placed.has(type))
  return told.length === 0 ? [] : [{ ...rule, when: null, effects: told }]
}
