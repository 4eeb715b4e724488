import type { AppDefinition, Expression, Field } from '../../schemas/src/index.ts'
import { BOOLEAN, checkExpression } from '../../packages/logic/src/index.ts'
import type { ValueType } from '../../packages/logic/src/index.ts'
import { indexDefinition } from '../../packages/metadata/src/index.ts'
import { formScope } from '../../packages/compiler/src/app/form-scope.ts'
import { expect, test } from 'vitest'
import { kinds, readDocuments } from './read-template.ts'
import type { Kind } from './read-template.ts'

const definition = Object.fromEntries(
  Object.entries(kinds).map(([kind, name]) => [
    name,
    readDocuments(kind as Kind).map(({ content }) => content),
  ]),
) as unknown as AppDefinition
const index = indexDefinition(definition)

interface Use {
  readonly name: string
  readonly expression: Expression
  readonly form: string
  readonly lineItems?: string
  readonly expected?: ValueType
}

function ofField(field: Field, form: string, lineItems?: string): Use[] {
  const place = { name: `${form}.${lineItems ?? ''}.${field.key}`, form, ...(lineItems && { lineItems }) }
  if (field.type === 'formula') return [{ ...place, expression: field.expression }]
  if (field.type === 'lineItems') return field.fields.flatMap((column) => ofField(column, form, field.key))
  if (field.type === 'rollup')
    return field.filter === undefined
      ? []
      : [{ name: place.name, expression: field.filter, form: field.form, expected: BOOLEAN }]
  return 'default' in field && field.default !== undefined ? [{ ...place, expression: field.default }] : []
}

const values = (name: string, form: string, given: Readonly<Record<string, Expression>> = {}): Use[] =>
  Object.entries(given).map(([key, expression]) => ({ name: `${name} ${key}`, form, expression }))

const condition = (name: string, form: string, expression: Expression | undefined): Use[] =>
  expression === undefined ? [] : [{ name, form, expression, expected: BOOLEAN }]

const uses: Use[] = [
  ...definition.forms.flatMap(({ key, fields, rules = [], conversions = [] }) => [
    ...fields.flatMap((field) => ofField(field, key)),
    ...rules.flatMap((rule) => [
      ...condition(`${key} ${rule.key}`, key, rule.when),
      ...rule.effects.flatMap((effect) =>
        effect.type === 'set' ? values(rule.key, key, { [effect.field]: effect.value }) : [],
      ),
    ]),
    ...conversions.flatMap((conversion) => [
      ...condition(`${key} ${conversion.key}`, key, conversion.when),
      ...values(conversion.key, key, conversion.updates),
      ...conversion.creates.flatMap((step) => values(`${conversion.key} ${step.key}`, key, step.values)),
    ]),
  ]),
  ...definition.views.flatMap((view) => condition(view.key, view.form, view.filter)),
  ...definition.reports.flatMap((report) => condition(report.key, report.form, report.filter)),
  ...definition.workflows.flatMap((workflow) => [
    ...condition(workflow.key, workflow.form, workflow.when),
    ...workflow.steps.flatMap((step) => condition(step.key, workflow.form, step.when)),
  ]),
  ...definition.roles.flatMap((role) =>
    role.forms.flatMap(({ form, scope }) =>
      scope.type === 'condition' ? condition(`${role.key} ${form}`, form, scope.condition) : [],
    ),
  ),
]

test.each(uses)('$name has the right types', ({ expression, form, lineItems, expected }) => {
  const scope = formScope(index, lineItems === undefined ? { form } : { form, lineItems })
  expect(checkExpression(expression, scope, expected).problems).toEqual([])
})
