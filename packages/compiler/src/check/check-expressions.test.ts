import { heavyEngines } from '@pipewright/logic/engines'
import { provideEngines } from '@pipewright/logic'
import { problemText } from '@pipewright/metadata'
import {
  aForm,
  aFormulaField,
  aLineItemsField,
  anApp,
  aNumberField,
  aRelationField,
  aRollupField,
  aSalesApp,
  aTextField,
  aView,
} from '@pipewright/metadata/builders'
import type { AppDefinition, Expression, Field, FormulaField, Rule } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { checkCompiled } from './check-compiled.ts'

provideEngines(heavyEngines)

const withField = (field: Field): AppDefinition => {
  const app = aSalesApp()
  const form = app.forms[1] ?? aForm()
  const [section] = form.layout.sections
  const items = [...(section?.items ?? []), { field: field.key }]
  const layout = { ...form.layout, sections: [{ key: 'main', columns: 2, ...section, items }] }
  return { ...app, forms: [app.forms[0] ?? form, { ...form, fields: [...form.fields, field], layout }] }
}

const found = (definition: AppDefinition) =>
  checkCompiled(definition).map((one) => `${one.pointer} ${problemText(one, 'en')}`)

const formula = (expression: Expression, given: Partial<FormulaField> = {}) =>
  withField(aFormulaField({ key: 'extra', expression, ...given }))

test('an app whose formulas and conditions fit has no problems', () => {
  expect(checkCompiled(aSalesApp())).toEqual([])
})

const { relation: _relation, ...anyRollup } = aRollupField({ key: 'extra', form: 'opportunity' })
const rowsCounted = { ...anyRollup, lineItems: 'items', filter: { var: '$record.name' } }

const paid: Expression[] = [{ column: 'opportunity.amount' }, { column: 'opportunity.name' }, { var: 'name' }]

const at = '/forms/1/fields/7/expression'
test.each<[string, AppDefinition, string[]]>([
  [
    'arithmetic with text',
    formula({ mul: [{ add: [{ var: 'name' }, 1] }, { var: 'amount' }] }),
    [`${at}/mul/0/add/0 “Extra”: Name: Expected a number, but this is text.`],
  ],
  [
    'text where a number is shown',
    formula({ var: 'name' }),
    [`${at} “Extra”: Expected a number, but this is text.`],
  ],
  [
    'an operator that nobody knows',
    formula({ launch: [] }),
    [`${at} “Extra”: There is no operator “launch”.`],
  ],
  ['too few arguments', formula({ round: [] }), [`${at} “Extra”: “ROUND” takes 1 to 2 values.`]],
  [
    'a pattern where the database has to answer',
    formula({ regexMatch: [{ var: 'name' }, 'a+'] }, { resultType: 'yesNo' }),
    [
      `${at} “Extra”: “REGEXMATCH” cannot be calculated by the database, which formula fields, filters and sort orders need. It works in rules and default values.`,
    ],
  ],
  [
    'an operator of JSON Logic without SQL',
    formula({ if: [{ '<': [{ var: 'amount' }, 1] }, 1, 2] }),
    [
      `${at}/if/0 “Extra”: “<” cannot be calculated by the database, which formula fields, filters and sort orders need. It works in rules and default values.`,
    ],
  ],
  ['a sum over another form', formula({ sumIfs: paid }), []],
  [
    'a sum over another form of what is no number',
    formula({ sumIfs: [{ column: 'account.name' }, ...paid.slice(1)] }),
    [
      `${at}/sumIfs/1 “Extra”: Opportunitys.Name: All columns must be of the same form: “opportunity” is another one.`,
      `${at}/sumIfs/0 “Extra”: Accounts.Name: Expected a number, but this is text.`,
    ],
  ],
  [
    'the record around a row, in a formula of the row',
    withField(rowsCounted),
    ['/forms/1/fields/7/filter “Extra”: There is no field “$record.name” here.'],
  ],
  [
    'a filter that is no condition',
    aSalesApp({ views: [aView({ form: 'opportunity', filter: { add: [{ var: 'amount' }, 1] } })] }),
    ['/views/0/filter “All”: Expected a condition, but this is a number.'],
  ],
])('%s is told at its place', (_name, definition, problems) => {
  expect(found(definition)).toEqual(problems)
})

test('how deep a formula may be nested is told, however deep it is', () => {
  let deep: Expression = 1
  for (let level = 0; level < 60; level += 1) deep = { neg: [deep] }
  expect(found(formula(deep))[0]).toMatch(/Nested too deeply: at most 50 levels/)
})

test('a pattern that would be too large is refused before anybody runs it', () => {
  const bomb = { regexMatch: [{ var: 'name' }, '((((a{100}){100}){100}){100})'] }
  const rule = {
    key: 'bomb',
    label: { en: 'Bomb' },
    when: bomb,
    effects: [{ type: 'warn' as const, message: { en: 'x' } }],
  }
  const app = aSalesApp()
  const forms = app.forms.map((form) => (form.key === 'opportunity' ? { ...form, rules: [rule] } : form))
  const [problem] = found({ ...app, forms })
  expect(problem).toMatch(/^\/forms\/1\/rules\/0\/when\/regexMatch\/1 “Bomb”: /)
})

const inParts = (expression: Expression): AppDefinition => {
  const parts = aLineItemsField({
    key: 'parts',
    fields: [aNumberField({ key: 'pieces' }), aFormulaField({ key: 'own', expression })],
  })
  return anApp({
    forms: [
      aForm({ key: 'product', fields: [aTextField(), aNumberField({ key: 'weight' })] }),
      aForm({
        key: 'order',
        fields: [
          aTextField(),
          aNumberField({ key: 'rate' }),
          aFormulaField({ key: 'double', expression: { mul: [{ var: 'rate' }, 2] } }),
          aLineItemsField({
            key: 'items',
            fields: [
              aNumberField({ key: 'quantity' }),
              aRelationField({ key: 'product', form: 'product' }),
              parts,
            ],
          }),
        ],
      }),
    ],
  })
}

test.each<[string, Expression, string[]]>([
  ['its own cells', { mul: [{ var: 'pieces' }, 2] }, []],
  ['the row around', { mul: [{ var: 'pieces' }, { var: '$parent.quantity' }] }, []],
  ['all rows inside that one', { div: [{ var: 'pieces' }, { sum: [{ var: '$parent.parts.pieces' }] }] }, []],
  ['the record', { mul: [{ var: 'pieces' }, { var: '$record.rate' }] }, []],
  [
    'what is calculated of the record',
    { mul: [{ var: 'pieces' }, { var: '$record.double' }] },
    ['sees what is entered'],
  ],
  [
    'what lies behind the row around',
    { var: '$parent.product.weight' },
    ['Let a column of that row look it up first'],
  ],
  ['a column that is not there', { var: '$parent.nothing' }, ['nothing']],
])('a formula in rows inside rows reads %s', (_, expression, reasons) => {
  const texts = checkCompiled(inParts(expression)).map((one) => `${one.code} ${problemText(one, 'en')}`)
  expect(texts).toHaveLength(reasons.length)
  for (const [at, reason] of reasons.entries()) expect(texts[at]).toContain(reason)
})

test.each<[string, Expression, string[]]>([
  ['text for a number', 'much', ['“Rule”: the value does not fit the field “Amount”.']],
  ['a day for a number', '2026-02-28', ['“Rule”: the value does not fit the field “Amount”.']],
  ['a number', 12, []],
  ['exact decimals', '12.5', []],
  ['nothing', null, []],
])('%s, given to an amount by a rule', (_, value, expected) => {
  const app = aSalesApp()
  const rules: Rule[] = [
    {
      key: 'own',
      label: { en: 'Rule', zh: '规则' },
      when: null,
      effects: [{ type: 'set', field: 'amount', value }],
    },
  ]
  const forms = app.forms.map((form) => (form.key === 'opportunity' ? { ...form, rules } : form))
  expect(found({ ...app, forms })).toEqual(expected.map((text) => `/forms/1/rules/0/effects/0/value ${text}`))
})
