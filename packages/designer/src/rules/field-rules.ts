import { dependencies } from '@pipewright/logic'
import type { Form, Rule, RuleEffect } from '@pipewright/schemas'

const fieldsOf = (effect: RuleEffect): readonly string[] => {
  if ('fields' in effect) return effect.fields
  return effect.field === undefined ? [] : [effect.field]
}

/** Fields that a rule acts on. */
export const targetsOf = (rule: Rule): ReadonlySet<string> => new Set(rule.effects.flatMap(fieldsOf))

/** Rules that act on a field, or whose condition asks for it. */
export const rulesAbout = (form: Form, field: string): readonly Rule[] =>
  (form.rules ?? []).filter(
    (rule) => targetsOf(rule).has(field) || dependencies(rule.when).some((path) => path.includes(field)),
  )

/** Fields that are required only while a condition holds. */
export const sometimesRequired = (form: Form): ReadonlySet<string> =>
  new Set(
    (form.rules ?? []).flatMap((rule) =>
      rule.effects.flatMap((effect) => (effect.type === 'require' ? effect.fields : [])),
    ),
  )

/** The rule that alone makes this one field required, as the inspector writes it. */
export const requiringRule = (form: Form, field: string): Rule | undefined =>
  form.rules?.find(({ effects }) => {
    const [effect] = effects
    return (
      effects.length === 1 &&
      effect?.type === 'require' &&
      effect.fields.length === 1 &&
      effect.fields[0] === field
    )
  })
