import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkExpression } from '../check-expression.ts'
import { describeCondition } from '../describe-condition.ts'
import { evaluate } from '../evaluate.ts'
import { explainProblem } from '../explain-problem.ts'
import { FIGURES, figuresOf } from '../figures.ts'
import type { Expression } from '../expression.ts'
import type { Scope, ScopeField } from '../scope.ts'
import { DATE, NUMBER, TEXT, listOf, recordOf } from '../value-type.ts'
import type { ValueType } from '../value-type.ts'
import { parseFormula } from './parse-formula.ts'
import { printFormula } from './print-formula.ts'
import { suggestNames } from './suggest-names.ts'
import { writeFormula } from './write-formula.ts'

const columns: Readonly<Record<string, ValueType>> = {
  'payment.id': recordOf('payment'),
  'payment.amount': NUMBER,
  'payment.state': TEXT,
  'payment.day': DATE,
  'payment.order': recordOf('order'),
  'payment.tags': listOf(TEXT),
  'account.name': TEXT,
}
const own: Readonly<Record<string, ValueType>> = {
  id: recordOf('order'),
  start: DATE,
  code: TEXT,
  account: recordOf('account'),
}
const labels: Readonly<Record<string, string>> = {
  'payment.amount': 'Amount',
  'payment.state': 'Pay state',
  'payment.order': 'Order',
  start: 'Start',
}
const fieldsOf = (types: Readonly<Record<string, ValueType>>, prefix: string): ScopeField[] =>
  Object.entries(types)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, type]) => ({
      path: [key.slice(prefix.length)],
      label: labels[key] ?? key.slice(prefix.length),
      type,
    }))
const scope: Scope = {
  resolve: (path) => own[path.join('.')],
  fields: () => fieldsOf(own, ''),
  column: (path) => columns[path.join('.')],
  forms: () => [
    { key: 'payment', names: ['Payments', '回款'], fields: () => fieldsOf(columns, 'payment.') },
    { key: 'account', names: ['Accounts', '客户'], fields: () => fieldsOf(columns, 'account.') },
  ],
}
const problemsOf = (text: string) =>
  parseFormula(text, scope).problems.map(({ code, from, to }) => [code, text.slice(from, to)])

test.each<[string, Expression]>([
  [
    'SUMIFS(Payments.Amount, Payments.Order, this, Payments.[Pay state], "paid")',
    {
      sumIfs: [
        { column: 'payment.amount' },
        { column: 'payment.order' },
        { var: 'id' },
        { column: 'payment.state' },
        'paid',
      ],
    },
  ],
  ['多条件计数(回款.Order，本记录)', { countIfs: [{ column: 'payment.order' }, { var: 'id' }] }],
  [
    'MAXIFS(payment.day, payment.day, ">=" & Start)',
    {
      maxIfs: [
        { column: 'payment.day' },
        { column: 'payment.day' },
        { concat: ['>=', { text: [{ var: 'start' }] }] },
      ],
    },
  ],
  ['COUNTIFS(Payments.tags, {"a", "b"})', { countIfs: [{ column: 'payment.tags' }, ['a', 'b']] }],
])('%s names columns of other forms by label or key', (text, expression) => {
  expect(parseFormula(text, scope)).toMatchObject({ expression, problems: [] })
  const written = writeFormula(expression, scope)
  expect(parseFormula(written ?? '', scope).expression).toEqual(expression)
  expect(parseFormula(printFormula(expression) ?? '').expression).toEqual(expression)
})

test('written text calls forms, columns and the record as people do', () => {
  const { expression } = parseFormula('SUMIFS(payment.amount, payment.order, id, payment.state, code)', scope)
  expect(writeFormula(expression, scope)).toBe(
    'SUMIFS(Payments.Amount, Payments.Order, this, Payments.[Pay state], code)',
  )
  expect(describeCondition({ gt: [expression, 5] }, scope)).toContain('Payments.Amount')
})

test.each([
  ['SUMIFS(Paymants.Amount, Payments.Order, this)', [['unknownForm', 'Paymants']], ['Payments']],
  ['SUMIFS(Payments.Amont, Payments.Order, this)', [['unknownField', 'Payments.Amont']], ['Payments.Amount']],
  ['SUMIFS(code, Payments.Order, this)', [['unknownForm', 'code']], []],
  ['SUMIFS(1, Payments.Order, this)', [['needsColumn', '1']], []],
  ['SUMIFS(Payments, Payments.Order, this)', [['needsColumn', 'Payments']], []],
  ['SUMIFS(Payments.[Pay state], Payments.Order, this)', [['wrongType', 'Payments.[Pay state]']], []],
  ['SUMIFS(Payments.Amount, Accounts.name, code)', [['otherForm', 'Accounts.name']], []],
  ['COUNTIFS(Payments.Order, account)', [['wrongType', 'account']], []],
  ['COUNTIFS(Payments.Amount, "many")', [['wrongType', '"many"']], []],
  ['COUNTIFS(Payments.Amount, ">many")', [['wrongType', '">many"']], []],
  ['COUNTIFS(Payments.[Pay state], ">a")', [['wrongLiteral', '">a"']], []],
  ['COUNTIFS(Payments.day, ">=" & code)', [['wrongType', 'code']], []],
  [
    'COUNTIFS(Payments.Order, this, Payments.Amount)',
    [['wrongCount', 'COUNTIFS(Payments.Order, this, Payments.Amount)']],
    [],
  ],
  ['XLOOKUP(code, Payments.[Pay state], Payments.Amount, "x")', [['wrongType', '"x"']], []],
] as const)('%s is refused at the word that is wrong', (text, problems, meant) => {
  expect(problemsOf(text)).toEqual(problems)
  const [problem] = parseFormula(text, scope).problems
  if (problem === undefined) throw new Error('no problem')
  expect(suggestNames(problem, scope).map(({ insert }) => insert)).toEqual(meant)
  for (const locale of ['en', 'zh'] as const) expect(explainProblem(problem, locale)).not.toContain('{')
})

test('columns stand nowhere else, and not where only the own record is known', () => {
  const codes = (expression: Expression, of: Scope = scope) =>
    checkExpression(expression, of).problems.map(({ code }) => code)
  expect(codes({ sum: [{ column: 'payment.amount' }] })).toEqual(['columnAlone'])
  expect(codes({ countIfs: [[{ column: 'payment.order' }], 1] })).toEqual(['columnAlone', 'needsColumn'])
  const count: Expression = { countIfs: [{ column: 'payment.amount' }, 1] }
  expect(codes(count)).toEqual([])
  expect(codes(count, { resolve: scope.resolve, fields: scope.fields })).toEqual(['formsNotHere'])
  expect(codes({ countIfs: [{ column: 'payment.__proto__' }, 1] })).toContain('forbiddenName')
})

test('JavaScript takes what was found elsewhere, and nothing else', () => {
  const { expression } = parseFormula('COUNTIFS(Payments.Order, this) * 2', scope)
  const [figure] = figuresOf(expression)
  const context = { now: '2026-01-01T00:00:00.000Z', today: '2026-01-01', zone: 'UTC' }
  const data = { id: 'x', [FIGURES]: { [JSON.stringify(figure)]: '21' } }
  expect(evaluate(expression, data, context, scope)).toBe('42')
  expect(evaluate(expression, { id: 'x' }, context, scope)).toBeNull()
})

test('any written criterion is read or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('amount', 'state', 'day', 'tags', 'order'), (text, column) => {
      const { problems } = checkExpression({ countIfs: [{ column: `payment.${column}` }, text] }, scope)
      expect(problems.every(({ code }) => ['wrongType', 'wrongLiteral'].includes(code))).toBe(true)
    }),
  )
})
