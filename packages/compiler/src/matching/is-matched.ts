import { matchRuleName, matchRuleOf, matchRulesOf } from '@pipewright/metadata'
import type { AppDefinition, Form } from '@pipewright/schemas'

/** The fields by which conversions ask for records of a form, each by itself. */
const askedFields = (definition: AppDefinition, { key }: Form): string[] =>
  definition.forms.flatMap(({ conversions }) =>
    (conversions ?? []).flatMap(({ creates }) =>
      creates.flatMap((step) => (step.form === key ? (step.matchFields ?? []) : [])),
    ),
  )

/** The rules that conversions need of a form beside its own. */
export const askedRules = (definition: AppDefinition, form: Form) =>
  askedFields(definition, form).flatMap((key) => {
    const field = form.fields.find((each) => each.key === key)
    return (field && matchRuleOf(field)) ?? []
  })

export const isMatched = (definition: AppDefinition, form: Form): boolean =>
  matchRulesOf(form).length + askedRules(definition, form).length > 0

/** Differs whenever other things are compared. */
export const matchedBy = (definition: AppDefinition, form: Form): string =>
  JSON.stringify([...matchRulesOf(form), ...askedRules(definition, form)].map(matchRuleName).toSorted())
