import type { AppDefinition, ConversionLines, Expression, Form } from '@pipewright/schemas'

const lineExpressions = ({ values, lines = [] }: ConversionLines): Expression[] => [
  ...Object.values(values),
  ...lines.flatMap(lineExpressions),
]

/** What conversions read of the record they begin with. */
export function conversionExpressions(form: Form): Expression[] {
  return (form.conversions ?? []).flatMap((conversion) => [
    ...(conversion.when === undefined ? [] : [conversion.when]),
    ...Object.values(conversion.updates ?? {}),
    ...conversion.creates.flatMap((step) => [
      ...(step.when === undefined ? [] : [step.when]),
      ...Object.values(step.values),
      ...(step.lines ?? []).flatMap(lineExpressions),
    ]),
  ])
}

/** What the rights of roles ask of a record. */
/** What new records start with, by their type and in sets of values. */
export const startExpressions = ({ start }: Form): Expression[] =>
  [...(start?.types ?? []), ...(start?.presets ?? [])].flatMap(({ values }) => Object.values(values))

export function scopeExpressions(definition: AppDefinition, form: string): Expression[] {
  return definition.roles.flatMap((role) =>
    role.forms.flatMap((right) =>
      right.form === form && right.scope.type === 'condition' ? [right.scope.condition] : [],
    ),
  )
}

/** What workflows ask and set. */
export function workflowExpressions(definition: AppDefinition, form: string): Expression[] {
  return definition.workflows
    .filter((workflow) => workflow.form === form)
    .flatMap((workflow) => [
      ...(workflow.when === undefined ? [] : [workflow.when]),
      ...workflow.steps.flatMap((step) => (step.when === undefined ? [] : [step.when])),
      ...[workflow.onStart, workflow.onApproved, workflow.onRejected, workflow.onWithdrawn].flatMap(
        (values) => Object.values(values ?? {}),
      ),
    ])
}
