import type { AppDefinition, Form, Rule, RuleEffect } from '@pipewright/schemas'
import { elementsOf } from '../layout-items.ts'
import { type Segment, toPointer } from '../pointer.ts'
import { type Problem, problem } from '../problem.ts'
import { sectionsOf } from '../sections-of.ts'

function checkSections(form: Form, effect: RuleEffect, at: readonly Segment[]): Problem[] {
  if (!('sections' in effect)) return []
  const known = new Set(sectionsOf(form).map(({ key }) => key))
  return (effect.sections ?? []).flatMap((key, position) =>
    known.has(key) ? [] : [problem('unknown-section', toPointer([...at, 'sections', position]), { key })],
  )
}

function checkElements(form: Form, effect: RuleEffect, at: readonly Segment[]): Problem[] {
  if (!('elements' in effect)) return []
  const known = new Set(elementsOf(form).map(({ key }) => key))
  return (effect.elements ?? []).flatMap((key, position) =>
    known.has(key)
      ? []
      : [problem('unknown-target', toPointer([...at, 'elements', position]), { what: 'element', key })],
  )
}

function targetsOf(effect: RuleEffect): readonly (readonly [Segment[], string])[] {
  if ('fields' in effect) return (effect.fields ?? []).map((path, at) => [['fields', at], path] as const)
  return 'field' in effect && effect.field !== undefined ? [[['field'], effect.field] as const] : []
}

/** A rule over rows acts on their columns and those of rows inside them; cells are set only by a rule over their own rows. */
function checkTargets(rule: Rule, effect: RuleEffect, at: readonly Segment[]): Problem[] {
  const whole = 'sections' in effect || 'elements' in effect || ('all' in effect && effect.all === true)
  const outside = targetsOf(effect).flatMap(([place, path]) => {
    const table = path.split('.').slice(0, -1).join('.')
    if (rule.rows !== undefined && !`${table}.`.startsWith(`${rule.rows}.`))
      return [problem('not-of-the-rows', toPointer([...at, ...place]), { path, rows: rule.rows })]
    if (table !== (rule.rows ?? '') && effect.type === 'set')
      return [problem('needs-rows', toPointer([...at, ...place]), { path })]
    return []
  })
  return rule.rows !== undefined && whole
    ? [...outside, problem('not-of-the-rows', toPointer(at), { path: effect.type, rows: rule.rows })]
    : outside
}

/** What rules must hold to apart from the fields they mention. */
export const checkRules = ({ forms }: AppDefinition): Problem[] =>
  forms.flatMap((form, position) =>
    (form.rules ?? []).flatMap((rule, place) =>
      rule.effects.flatMap((effect, which) => {
        const at = ['forms', position, 'rules', place, 'effects', which]
        return [
          ...checkSections(form, effect, at),
          ...checkElements(form, effect, at),
          ...checkTargets(rule, effect, at),
        ]
      }),
    ),
  )
