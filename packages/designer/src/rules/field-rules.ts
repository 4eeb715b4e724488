import { dependencies } from '@pipewright/logic'
import { fieldsIn, sectionsOf } from '@pipewright/metadata'
import type { Form, Rule, RuleEffect } from '@pipewright/schemas'

/** Fields and columns that an effect names, by itself or through a section. */
export function fieldsOfEffect(form: Form, effect: RuleEffect): readonly string[] {
  if ('field' in effect) return effect.field === undefined ? [] : [effect.field]
  if ('all' in effect && effect.all === true) return form.fields.map(({ key }) => key)
  const { fields = [], sections = [] } = effect as { fields?: string[]; sections?: string[] }
  const inside = sectionsOf(form)
    .filter(({ key }) => sections.includes(key))
    .flatMap(fieldsIn)
  return [...fields, ...inside]
}

/** Fields that a rule acts on. */
export const targetsOf = (form: Form, rule: Rule): ReadonlySet<string> =>
  new Set(rule.effects.flatMap((effect) => fieldsOfEffect(form, effect)))

/** Rules that act on a field, or whose condition asks for it. */
export const rulesAbout = (form: Form, field: string): readonly Rule[] =>
  (form.rules ?? []).filter(
    (rule) =>
      targetsOf(form, rule).has(field) || dependencies(rule.when).some((path) => path.includes(field)),
  )

/** Fields that are required only while a condition holds. */
export const sometimesRequired = (form: Form): ReadonlySet<string> =>
  new Set(
    (form.rules ?? []).flatMap((rule) =>
      rule.effects.flatMap((effect) => (effect.type === 'require' ? fieldsOfEffect(form, effect) : [])),
    ),
  )

/** The rule that alone makes this one field required, as the inspector writes it. */
export const requiringRule = (form: Form, field: string): Rule | undefined =>
  form.rules?.find(({ effects, rows }) => {
    const [effect] = effects
    return (
      rows === undefined &&
      effects.length === 1 &&
      effect?.type === 'require' &&
      effect.sections === undefined &&
      effect.fields?.length === 1 &&
      effect.fields[0] === field
    )
  })
