import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkExpression } from './check-expression.ts'
import { describeCondition } from './describe-condition.ts'
import { dependencies, isVolatile } from './dependencies.ts'
import { compileExpression, evaluate } from './evaluate.ts'
import type { Expression } from './expression.ts'
import { ExpressionError } from './problem.ts'
import { printFormula } from './formula/print-formula.ts'
import { identifier, renderSql } from './sql/fragment.ts'
import { sampleContext, sampleScope } from './testing/sample-form.ts'
import { toSql } from './to-sql.ts'
import { TEXT } from './value-type.ts'

const x: Expression = { var: 'x' }
const resolver = { context: sampleContext, column: () => ({ sql: identifier('x'), type: TEXT }) }

function nested(levels: number, wrap: (inner: Expression) => Expression): Expression {
  let expression: Expression = true
  for (let level = 0; level < levels; level += 1) expression = wrap(expression)
  return expression
}

const codeOf = (expression: Expression) => checkExpression(expression, sampleScope).problems[0]?.code

function thrownCode(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error instanceof ExpressionError ? error.problem.code : error
  }
  return undefined
}

test.each([
  ['operations', (inner: Expression) => ({ '!': [inner] })],
  ['operations without lists', (inner: Expression) => ({ '!': inner })],
  ['lists', (inner: Expression) => [inner]],
])('20,000 levels of %s are refused everywhere and crash nothing', (_, wrap) => {
  const expression = nested(20_000, wrap)
  expect(codeOf(expression)).toBe('tooDeep')
  expect(thrownCode(() => compileExpression(expression))).toBe('tooDeep')
  expect(toSql(expression, resolver)).toMatchObject({ ok: false, problems: [{ code: 'tooDeep' }] })
  expect(printFormula(expression)).toBeUndefined()
  expect(describeCondition(expression)).toBe('')
  expect(dependencies(expression)).toEqual([])
  expect(isVolatile(expression)).toBe(false)
})

test('IN-06: 50 levels are allowed and 51 are not', () => {
  const not = (inner: Expression) => ({ '!': [inner] })
  expect(codeOf(nested(50, not))).toBeUndefined()
  expect(codeOf(nested(51, not))).toBe('tooDeep')
})

test('IN-06: sizes end at their limits', () => {
  const values = (count: number) => Array.from({ length: count }, (_, index) => `v${index}`)
  expect(codeOf({ in: [{ var: 'name' }, values(1000)] })).toBeUndefined()
  expect(codeOf({ in: [{ var: 'name' }, values(1001)] })).toBe('listTooLong')
  expect(codeOf({ and: Array.from({ length: 600 }, () => ({ '!': [true] })) })).toBe('tooManyNodes')
  expect(codeOf({ eq: [{ var: 'name' }, 'x'.repeat(65_537)] })).toBe('textTooLong')
  expect(codeOf({ eq: [{ var: 'amount' }, Number.NaN] })).toBe('badNumber')
})

test.each(['__proto__', 'constructor', 'prototype'])('%s is refused as operator, key and path', (name) => {
  const operator = JSON.parse(`{"${name}": [1]}`) as Expression
  for (const expression of [operator, { var: `a.${name}` }, { eq: [{ var: name }, 1] }]) {
    expect(codeOf(expression)).toBe('forbiddenName')
    expect(thrownCode(() => evaluate(expression, {}, sampleContext))).toBe('forbiddenName')
  }
})

test('IN-06: a path reads own properties only, even when it is computed', () => {
  for (const path of ['toString', '__proto__.polluted', 'constructor.name', 'list.map']) {
    const computed = { var: { if: [true, path] } }
    expect(evaluate(computed, { list: [1] }, sampleContext)).toBeNull()
  }
})

test('data cannot pretend to be the member', () => {
  const { me: _, ...nobody } = sampleContext
  for (const expression of [{ var: '$me' }, { merge: [{ var: '$me' }] }])
    expect([evaluate(expression, { $me: 'admin' }, nobody)].flat()).toEqual([null])
})

test.each([['toString'], ['cat.constructor'], ['hasOwnProperty'], ['log'], ['method'], ['$round']])(
  'the operator %s is unknown when checked and when run',
  (name) => {
    expect(codeOf({ [name]: ['x'] })).toBe('unknownOperator')
    expect(thrownCode(() => evaluate({ [name]: ['x'] }, {}, sampleContext))).toBe('unknownOperator')
    expect(thrownCode(() => evaluate({ map: [[1], { [name]: ['x'] }] }, {}, sampleContext))).toBe(
      'unknownOperator',
    )
  },
)

const hundred = Array.from({ length: 100 }, (_, index) => index)

test.each<[string, Expression, string]>([
  ['nested loops', { map: [hundred, { map: [hundred, { map: [hundred, 1] }] }] }, 'tooManySteps'],
  [
    'doubling text',
    { reduce: [hundred, { cat: [{ var: 'accumulator' }, { var: 'accumulator' }] }, 'xx'] },
    'textTooLong',
  ],
  [
    'doubling lists',
    { reduce: [hundred, { merge: [{ var: 'accumulator' }, { var: 'accumulator' }] }, [1]] },
    'tooManySteps',
  ],
  ['replacing', { replace: [x, 'a', x] }, 'textTooLong'],
  ['joining', { concat: [x, x] }, 'textTooLong'],
])('%s stop at a limit', (_, expression, code) => {
  expect(thrownCode(() => evaluate(expression, { x: 'a'.repeat(60_000) }, sampleContext))).toBe(code)
})

test('SQL grows with the expression, not with its depth', () => {
  const lengthAt = (levels: number) => {
    let expression: Expression = { len: [x] }
    for (let level = 0; level < levels; level += 1) expression = { mod: [{ len: [x] }, expression] }
    const result = toSql(expression, resolver)
    return result.ok ? renderSql(result.sql).text.length : Number.POSITIVE_INFINITY
  }
  expect(lengthAt(40)).toBeLessThan(5 * lengthAt(10))
})

test('whatever JSON comes in, checking answers and running ends in a value or a problem', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), (json) => {
      const expression = json as Expression
      const { problems } = checkExpression(expression, sampleScope)
      const code = thrownCode(() => evaluate(expression, {}, sampleContext))
      expect(code === undefined || problems.length > 0).toBe(true)
      expect(code).not.toBeInstanceOf(Error)
    }),
  )
})

test('the length of a text is counted in characters, as PostgreSQL counts them', () => {
  const repeated = (count: number) => evaluate({ rept: ['😀', count] }, {}, sampleContext)
  expect([...String(repeated(65_536))]).toHaveLength(65_536)
  expect(repeated(65_537)).toBeNull()
})
