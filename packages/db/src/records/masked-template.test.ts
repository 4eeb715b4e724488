import { checkCompiled, checkExamples, compileRights, maskDefinition } from '@pipewright/compiler'
import { isAppDefinition, type AppDefinition } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { templateDefinition } from './testing/template-workspace.ts'

const template = templateDefinition()
const roles = template.roles.filter((role) => role.admin !== true).map((role) => role.key)

const rightsOf = (role: string) =>
  compileRights(template, {
    memberId: 'm',
    departmentId: 'd',
    departmentTree: ['d'],
    team: [],
    roles: [role],
    admin: false,
    zone: 'UTC',
    locale: 'en',
  })

/** Every text in a document: each could be the path of a field. */
function words(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(words)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...words(inner)])
}

const documentsOf = (definition: AppDefinition, form: string): unknown[] => [
  ...definition.forms.filter(({ key }) => key === form),
  ...[definition.views, definition.reports, definition.workflows].flatMap((list) =>
    (list as readonly { readonly form: string }[]).filter((document) => document.form === form),
  ),
]

test.each(roles)('the definition for %s is valid', (role) => {
  expect(isAppDefinition(maskDefinition(template, rightsOf(role)))).toBe(true)
  expect(isAppDefinition.errors ?? []).toEqual([])
})

test.each(roles)('the definition for %s names no field that the role may not read', (role) => {
  const rights = rightsOf(role)
  const masked = maskDefinition(template, rights)
  for (const form of template.forms) {
    const fields = rights.forms[form.key]?.fields ?? {}
    const hidden = form.fields.map((field) => field.key).filter((key) => !Object.hasOwn(fields, key))
    const elsewhere = new Set([
      ...template.forms
        .filter((other) => other !== form)
        .flatMap((other) => [other.key, ...other.fields.map((field) => field.key)]),
      ...words(template.optionSets),
      ...words(form.fields.map((field) => ('options' in field ? field.options : []))),
    ])
    const said = new Set(documentsOf(masked, form.key).flatMap(words))
    // A word that another form or an option uses too may mean that.
    expect(hidden.filter((key) => said.has(key) && !elsewhere.has(key))).toEqual([])
  }
})

test('every formula and condition of the template can be calculated', () => {
  expect(checkCompiled(template)).toEqual([])
})

test('what the template shows by example turns out so', () => {
  expect(
    template.forms.flatMap(({ rules }) => (rules ?? []).flatMap(({ examples = [] }) => examples)),
  ).not.toEqual([])
  expect(checkExamples(template)).toEqual([])
})
