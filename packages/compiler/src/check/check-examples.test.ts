import {
  aChoiceField,
  aDateField,
  aForm,
  aFormulaField,
  aLineItemsField,
  aNumberField,
  aTextField,
  anApp,
} from '@pipewright/metadata/builders'
import { applyEdit, problemText } from '@pipewright/metadata'
import type {
  AppDefinition,
  Edit,
  FormulaExample,
  FormulaField,
  Rule,
  RuleExample,
} from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { checkCompiled } from './check-compiled.ts'
import { checkExamples } from './check-examples.ts'

const options = [
  { key: 'open', label: { en: 'Open', zh: '进行中' } },
  { key: 'won', label: { en: 'Won', zh: '赢单' } },
]
const rate: FormulaField = aFormulaField({
  key: 'rate',
  expression: { div: [{ var: 'amount' }, { var: 'count' }] },
  resultType: 'number',
  scale: 2,
})

function appWith(field: Partial<FormulaField>, rules: readonly Rule[] = []): AppDefinition {
  const fields = [
    aTextField(),
    aNumberField({ key: 'amount' }),
    aNumberField({ key: 'count' }),
    aDateField({ key: 'due' }),
    aChoiceField({ key: 'stage', options }),
    aLineItemsField({ key: 'items' }),
    rate,
    {
      ...rate,
      key: 'twice',
      label: { en: 'Twice', zh: '两倍' },
      expression: { mul: [{ var: 'rate' }, 2] },
      ...field,
    },
  ]
  return anApp({ forms: [aForm({ key: 'deal', fields, rules: [...rules] })] })
}

const told = (definition: AppDefinition) =>
  checkExamples(definition).map((one) => `${one.pointer} ${problemText(one, 'en')}`)
const tried = (row: FormulaExample, field: Partial<FormulaField> = {}) =>
  told(appWith({ examples: [row], ...field }))

const discount: Rule = {
  key: 'discount',
  label: { en: 'Discount', zh: '折扣' },
  when: { and: [{ gt: [{ var: 'amount' }, { var: '$old.amount' }] }, { eq: [{ var: 'stage' }, 'won'] }] },
  effects: [{ type: 'set', field: 'count', value: { div: [{ var: 'amount' }, 3] } }],
}
const ruled = (row: RuleExample) => told(appWith({}, [{ ...discount, examples: [row] }]))

test('rows that turn out as they say are green: rounded, through other formulas, empty where nothing comes out', () => {
  const examples: FormulaExample[] = [
    { inputs: { amount: '10', count: '3' }, expected: '6.66' },
    { inputs: { rate: '2' }, expected: 4 },
    { inputs: { amount: '10', count: '0' } },
    { inputs: { amount: '999999999999999999', count: '1' }, fails: true },
  ]
  const app = appWith({ examples })
  expect(checkCompiled(app)).toEqual([])
  expect(told(app)).toEqual([])
})

test('a red row names its formula, its place and both values', () => {
  const app = appWith({
    examples: [
      { inputs: { rate: '1' }, expected: '2' },
      { inputs: {}, expected: '5' },
    ],
  })
  expect(told(app)).toEqual([
    '/forms/0/fields/7/examples/1 Example 2 of the formula “Twice”: 5 is expected, but it gives nothing.',
  ])
  const [red] = checkExamples(app)
  expect(red && problemText(red, 'zh')).toContain('第 2 个示例：期望得到 5，实际得到 空。')
})

test.each<[string, FormulaExample, Partial<FormulaField>, string]>([
  ['input', { inputs: { amount: 'ten' }, expected: '1' }, {}, 'The value of “Amount” must be a number.'],
  ['expected', { inputs: { rate: '1' }, expected: 'two' }, {}, 'What is expected must be a number.'],
  [
    'a day that is missing',
    { inputs: { due: '2026-01-01' }, expected: true },
    { expression: { lt: [{ var: 'due' }, { today: [] }] }, resultType: 'yesNo' },
    'The result depends on the day: say which day it is in this row.',
  ],
  [
    'records of other forms',
    { inputs: {}, expected: '1' },
    { expression: { countIfs: [{ column: 'deal.name' }, 'a'] } },
    'It looks through other forms, whose records an example does not have.',
  ],
  [
    'a failure that does not come',
    { inputs: { rate: '1' }, fails: true },
    {},
    'It is to fail, but it gives 2',
  ],
])('a row with a wrong %s is red and says why', (_name, row, field, reason) => {
  expect(tried(row, field)).toEqual([expect.stringContaining(reason)])
})

test('a row of a formula over time is green on its day alone', () => {
  const late: Partial<FormulaField> = {
    expression: { lt: [{ var: 'due' }, { today: [] }] },
    resultType: 'yesNo',
  }
  expect(tried({ inputs: { due: '2026-01-01' }, today: '2026-01-02', expected: true }, late)).toEqual([])
  expect(tried({ inputs: { due: '2026-01-01' }, today: '2026-01-01', expected: true }, late)).toHaveLength(1)
})

test('a row of a rule says whether it applies, and what it then sets', () => {
  const inputs = { amount: '10', '$old.amount': '5', stage: 'won' }
  expect(ruled({ inputs, applies: true, sets: { count: '3.33' } })).toEqual([])
  expect(ruled({ inputs: { ...inputs, stage: 'open' }, applies: false, sets: { count: '1' } })).toEqual([])
  expect(ruled({ inputs: { ...inputs, stage: 'open' }, applies: true })).toEqual([
    '/forms/0/rules/0/examples/0 Example 1 of the rule “Discount”: It is to apply, but it does not.',
  ])
  expect(ruled({ inputs, applies: true, sets: { count: '4' } })).toEqual([
    expect.stringContaining('“Count”: 4 is expected, but it gives 3.33'),
  ])
  expect(ruled({ inputs, applies: true, sets: { amount: '4' } })).toEqual([
    expect.stringContaining('“Amount”: 4 is expected, but it gives nothing.'),
  ])
})

test('a row of a rule over line items gives the columns of one row, and fields of the record around it', () => {
  const rule: Rule = {
    key: 'cheap',
    label: { en: 'Cheap', zh: '低价' },
    rows: 'items',
    when: { lt: [{ var: 'price' }, { var: '$record.amount' }] },
    effects: [{ type: 'set', field: 'items.price', value: { var: '$record.amount' } }],
    examples: [
      { inputs: { price: '1', '$record.amount': '2' }, applies: true, sets: { 'items.price': '2' } },
    ],
  }
  const app = appWith({}, [rule])
  expect(checkCompiled(app)).toEqual([])
  expect(told(app)).toEqual([])
  expect(told(appWith({}, [{ ...rule, when: { not: [rule.when] } }]))).toHaveLength(1)
})

test('an edit is refused for a field or option that is not there, not for a row that is red', () => {
  const app = appWith({})
  const put = (row: RuleExample): Edit => ({
    type: 'putRule',
    form: 'deal',
    rule: { ...discount, examples: [row] },
  })
  const problems = (edit: Edit) => {
    const result = applyEdit(app, edit, checkCompiled)
    return 'problems' in result ? result.problems.map(({ code, pointer }) => `${code} ${pointer}`) : []
  }
  const at = '/forms/0/rules/0/examples/0'
  expect(problems(put({ inputs: { price: '1' }, applies: true }))).toEqual([
    `unknown-field ${at}/inputs/price`,
  ])
  expect(problems(put({ inputs: { stage: 'lost' }, applies: true }))).toEqual([
    `unknown-option ${at}/inputs/stage`,
  ])
  expect(problems(put({ inputs: { $option: 'x' }, applies: true } as unknown as RuleExample))).not.toEqual([])
  expect(problems(put({ inputs: {}, applies: true, sets: { gone: '1' } }))).toEqual([
    `unknown-field ${at}/sets/gone`,
  ])
  expect(problems(put({ inputs: { amount: 'ten' }, applies: true }))).toEqual([])
})

test('a field that an example gives a value for is not removed behind its back', () => {
  const app = appWith({ examples: [{ inputs: { rate: '1', due: '2026-01-01' }, expected: '2' }] })
  const result = applyEdit(app, { type: 'removeField', form: 'deal', field: 'due' }, checkCompiled)
  const [problem] = 'problems' in result ? result.problems : []
  expect(problem?.code).toBe('in-use')
  expect(problem && problemText(problem, 'en')).toContain('example of “Twice”')
})
