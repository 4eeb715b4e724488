import type { FieldProblem, Values } from '@pipewright/contract'
import type { CompiledForm } from '@pipewright/compiler'
import { evaluateCondition } from '@pipewright/logic'
import { localize } from '@pipewright/metadata'
import type { Rule, RuleEffect } from '@pipewright/schemas'
import { calculateValues, resultFor, withLookups } from './calculate-values.ts'
import { fieldIssue } from './field-issue.ts'
import type { Derived, EngineScene } from './form-engine.ts'

type EffectOf<T extends RuleEffect['type']> = Extract<RuleEffect, { type: T }>

const effectsOf = <T extends RuleEffect['type']>(rules: readonly Rule[], type: T): readonly EffectOf<T>[] =>
  rules.flatMap((rule) => rule.effects.filter((effect): effect is EffectOf<T> => effect.type === type))

interface Settled {
  readonly values: Values
  readonly data: Readonly<Record<string, unknown>>
  readonly setBy: ReadonlyMap<string, string>
}

/** Formulas first, then the rules that set a field, in order; each sees what those before it set. */
function settle(scene: EngineScene, form: CompiledForm, typed: Values, old: Values | null): Settled {
  const extra = { $old: old ?? {} }
  const setBy = new Map<string, string>()
  let values = calculateValues(scene, form, typed, extra)
  let data = { ...withLookups(scene, form, values), ...extra }
  for (const rule of form.form.rules ?? []) {
    const sets = effectsOf([rule], 'set')
    if (sets.length === 0 || !evaluateCondition(rule.when, data, scene.context, form.scope)) continue
    for (const effect of sets) {
      const field = form.fields.get(effect.field)
      if (field === undefined) continue
      values = { ...values, [field.key]: resultFor(form, field, effect.value, data, scene.context) }
      setBy.set(field.key, localize(rule.label, scene.locale))
    }
    values = calculateValues(scene, form, values, extra)
    data = { ...withLookups(scene, form, values), ...extra }
  }
  return { values, data, setBy }
}

function ownRequired(form: CompiledForm): string[] {
  const starred = (place: Pick<CompiledForm, 'fields'>, prefix: string): string[] =>
    [...place.fields.values()].flatMap((field) =>
      'required' in field && field.required === true ? [`${prefix}${field.key}`] : [],
    )
  return [...starred(form, ''), ...form.items.flatMap((items) => starred(items, `${items.field.key}.`))]
}

function refusalOf(scene: EngineScene, effect: EffectOf<'refuse'>): FieldProblem {
  const shown = effect.field !== undefined && scene.rights.fields[effect.field] !== undefined
  const pointer = shown ? `/values/${effect.field}` : ''
  return fieldIssue(
    { pointer, code: 'refused', params: { text: localize(effect.message, scene.locale) } },
    scene.locale,
  )
}

/** What follows from the values: formulas, values set by rules, what is hidden, needed, locked and refused. */
export function deriveRecord(
  scene: EngineScene,
  form: CompiledForm,
  typed: Values,
  old: Values | null,
): Derived {
  const rules = form.form.rules ?? []
  const { values, data, setBy } = settle(scene, form, typed, old)
  const held = rules.filter((rule) => evaluateCondition(rule.when, data, scene.context, form.scope))
  const waiting = rules.filter((rule) => !held.includes(rule))
  const locks = held.flatMap((rule) =>
    effectsOf([rule], 'lock').flatMap((effect) =>
      effect.fields.map((path) => [path, localize(rule.label, scene.locale)] as const),
    ),
  )
  return {
    values,
    hidden: new Set(effectsOf(waiting, 'show').flatMap((effect) => effect.fields)),
    required: new Set([
      ...ownRequired(form),
      ...effectsOf(held, 'require').flatMap((effect) => effect.fields),
    ]),
    locked: new Map([...setBy, ...locks]),
    refusals: effectsOf(held, 'refuse').map((effect) => refusalOf(scene, effect)),
  }
}
