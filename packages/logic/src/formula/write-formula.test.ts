import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Expression } from '../expression.ts'
import { scopeOf } from '../scope.ts'
import { anyExpression } from '../testing/arbitrary/expressions.ts'
import { sampleScope } from '../testing/sample-form.ts'
import { NUMBER, TEXT, recordOf } from '../value-type.ts'
import { parseFormula } from './parse-formula.ts'
import { plainNumbers } from './plain-numbers.ts'
import { writeFormula } from './write-formula.ts'

const scope = scopeOf([
  { path: ['price'], label: '单价', type: NUMBER },
  { path: ['amount'], label: 'Deal amount', type: NUMBER },
  { path: ['cost'], label: 'price', type: NUMBER },
  { path: ['net'], label: 'Total', type: NUMBER },
  { path: ['gross'], label: 'Total', type: NUMBER },
  { path: ['flag'], label: 'TRUE', type: NUMBER },
  { path: ['odd'], label: 'a ]b', type: NUMBER },
  { path: ['account'], label: '客户', type: recordOf('account') },
  { path: ['account', 'name'], label: '客户 › 名称', type: TEXT },
])
const field = (path: string): Expression => ({ var: path })

test.each<[text: string, expression: Expression]>([
  ['单价 * 2', { mul: [field('price'), 2] }],
  ['[Deal amount] + 单价', { add: [field('amount'), field('price')] }],
  ['[客户 › 名称] = "x"', { eq: [field('account.name'), 'x'] }],
  // A label that is another field's key, or that two fields have, would be read as something else.
  ['cost + net', { add: [field('cost'), field('net')] }],
  ['[TRUE] + odd', { add: [field('flag'), field('odd')] }],
])('a formula is written as %s', (text, expression) => {
  expect(writeFormula(expression, scope)).toBe(text)
  expect(parseFormula(text, scope).expression).toEqual(expression)
})

test.each<[text: string, expression: Expression]>([
  ['单价 = 5000', { eq: [field('price'), '5000'] }],
  ['AND(单价 > 0.5, cost < 3)', { and: [{ gt: [field('price'), '0.50'] }, { lt: [field('cost'), 3] }] }],
  ['[客户 › 名称] = "5000"', { eq: [field('account.name'), '5000'] }],
  ['单价 = "12345678901234567890.12"', { eq: [field('price'), '12345678901234567890.12'] }],
])('a condition that was put together reads %s', (text, expression) => {
  expect(writeFormula(plainNumbers(expression, scope), scope)).toBe(text)
})

test('what is written with labels is read as the same expression', () => {
  fc.assert(
    fc.property(anyExpression, (expression) => {
      const text = writeFormula(expression, sampleScope) ?? ''
      expect(parseFormula(text, sampleScope).expression).toEqual(expression)
    }),
    { numRuns: 500 },
  )
})
