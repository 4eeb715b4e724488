import type { AppDefinition, Form } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import {
  aChoiceField,
  aForm,
  aFormulaField,
  aLineItemsField,
  anApp,
  aRelationField,
  aReport,
  aTextField,
  aView,
  aWorkflow,
} from '../builders.ts'
import { checkDefinition } from './check-definition.ts'

const label = { en: 'Same' }
const twice = <T>(one: T): T[] => [one, one]
const option = { key: 'a', label }
const rule = { key: 'r', label, when: true, effects: [{ type: 'require' as const, fields: ['name'] }] }
const step = { key: 's', form: 'lead', values: {} }
const withForm = (given: Partial<Form>): AppDefinition => anApp({ forms: [aForm(given)] })
const withChoice = (given: Parameters<typeof aChoiceField>[0]): AppDefinition =>
  withForm({ fields: [aTextField(), aChoiceField(given)] })
const widget = { key: 'w', report: 'how_many', x: 0, y: 0, w: 4, h: 4 }

test.each([
  [anApp({ views: twice(aView()) }), '/views/1/key'],
  [anApp({ optionSets: [{ key: 'o', label, options: twice(option) }] }), '/optionSets/0/options/1/key'],
  [withChoice({ options: twice(option) }), '/forms/0/fields/1/options/1/key'],
  [withForm({ rules: twice(rule) }), '/forms/0/rules/1/key'],
  [
    withForm({ conversions: [{ key: 'c', label, creates: twice(step) }] }),
    '/forms/0/conversions/0/creates/1/key',
  ],
  [
    anApp({
      workflows: [
        aWorkflow({
          steps: twice(aWorkflow().steps[0] ?? { ...step, label, approver: { type: 'ownersManager' } }),
        }),
      ],
    }),
    '/workflows/0/steps/1/key',
  ],
  [
    anApp({ reports: [aReport({ measures: twice({ key: 'm', label, function: 'count' as const }) })] }),
    '/reports/0/measures/1/key',
  ],
  [
    anApp({ reports: [aReport()], dashboards: [{ key: 'd', label, widgets: twice(widget) }] }),
    '/dashboards/0/widgets/1/key',
  ],
] satisfies [AppDefinition, string][])(
  'a key that is there twice is found: case %#',
  (definition, pointer) => {
    expect(checkDefinition(definition)).toMatchObject([{ code: 'duplicate-key', pointer }])
  },
)

test.each(['constructor', 'prototype'])('no form is called %s', (key) => {
  expect(checkDefinition(withForm({ key }))).toMatchObject([{ code: 'reserved-key' }])
})

test.each(['keyFacts', 'quickCreate'] as const)('a field stands in %s once', (list) => {
  const { layout } = aForm()
  expect(checkDefinition(withForm({ layout: { ...layout, [list]: twice('name') } }))).toMatchObject([
    { code: 'listed-twice', pointer: `/forms/0/layout/${list}/1` },
  ])
})

const deep = 'parent.parent.parent.parent.name'

test('a path goes over at most three relations', () => {
  const parent = aRelationField({ key: 'parent', form: 'lead' })
  const form = aForm({ fields: [aTextField(), parent, aFormulaField({ expression: { var: deep } })] })
  expect(checkDefinition(anApp({ forms: [form] }))).toMatchObject([{ code: 'unknown-field' }])
  const shorter = aForm({
    fields: [aTextField(), parent, aFormulaField({ expression: { var: deep.slice('parent.'.length) } })],
  })
  expect(checkDefinition(anApp({ forms: [shorter] }))).toEqual([])
})

test('$index is known only where records are counted', () => {
  const conversion = (values: Form['conversions']) => withForm({ conversions: values ?? [] })
  const counted = { ...step, repeat: 3, values: { name: { var: '$index' } } }
  expect(checkDefinition(conversion([{ key: 'c', label, creates: [counted] }]))).toEqual([])
  const condition = { key: 'c', label, when: { var: '$index' }, creates: [step] }
  expect(checkDefinition(conversion([condition]))).toMatchObject([{ code: 'unknown-variable' }])
})

test('what runs over the items of a list names them, not fields of the form', () => {
  const expression = { some: [{ var: 'items' }, { eq: [{ var: 'nothing_here' }, 1] }] }
  const definition = withForm({
    fields: [aTextField(), aLineItemsField(), aFormulaField({ resultType: 'yesNo', expression })],
  })
  expect(checkDefinition(definition)).toEqual([])
})
