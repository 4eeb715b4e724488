import { expect, test } from 'vitest'
import { checkExpression } from './check-expression.ts'
import type { Expression } from './expression.ts'
import { MEMBER, sampleScope } from './testing/sample-form.ts'
import { BOOLEAN, DATE, NUMBER, typeName } from './value-type.ts'

const check = (expression: Expression) => checkExpression(expression, sampleScope)

test.each<[Expression, string]>([
  [{ add: [{ var: 'amount' }, '12.50'] }, 'number'],
  [{ if: [{ var: 'open' }, { var: 'due' }, null] }, 'date'],
  [{ coalesce: [null, { var: 'owner' }] }, 'record _member'],
  [{ maximum: [{ var: 'lines.day' }] }, 'date'],
  [{ dateAdd: [{ var: 'called_at' }, 1, 'hour'] }, 'dateTime'],
  [{ var: 'tags' }, 'list of text'],
  [{ var: '$me' }, 'record _member'],
])('%j is %s', (expression, type) => {
  const checked = check(expression)
  expect(checked.problems).toEqual([])
  expect(typeName(checked.type)).toBe(type)
})

test.each<[Expression, string, string]>([
  [{ and: [{ var: 'open' }, { nope: [1] }] }, 'unknownOperator', '/and/1'],
  [{ eq: [{ var: 'missing' }, 1] }, 'unknownField', '/eq/0'],
  [{ '!': { var: 'missing' } }, 'unknownField', '/!'],
  [{ add: [1, { var: 'name' }] }, 'wrongType', '/add/1'],
  [{ add: [1] }, 'wrongCount', ''],
  [{ eq: [{ var: 'amount' }, 'abc'] }, 'wrongType', '/eq/1'],
  [{ eq: [{ var: 'due' }, { var: 'called_at' }] }, 'wrongType', '/eq/1'],
  [{ gt: [{ var: 'name' }, 'a'] }, 'wrongType', '/gt/0'],
  [{ and: [{ var: 'name' }] }, 'wrongType', '/and/0'],
  [{ eq: [{ var: 'owner' }, 'nobody'] }, 'wrongType', '/eq/1'],
  [{ eq: [{ var: 'owner' }, { var: '$department' }] }, 'wrongType', '/eq/1'],
  [{ in: [{ var: 'due' }, ['2026-01-01', 'x']] }, 'wrongType', '/in/1/1'],
  [{ hasAny: [{ var: 'name' }, ['a']] }, 'wrongType', '/hasAny/0'],
  [{ round: [1, { var: 'amount' }] }, 'wrongLiteral', '/round/1'],
  [{ inLastDays: [{ var: 'due' }, -1] }, 'wrongLiteral', '/inLastDays/1'],
  [{ dateAdd: [{ var: 'due' }, 1, 'hour'] }, 'wrongLiteral', '/dateAdd/2'],
  [{ date: [2026, 1] }, 'wrongCount', ''],
  [{ add: [1, {}] }, 'notAnOperation', '/add/1'],
  [{ add: [1, { a: 1, b: 2 }] }, 'notAnOperation', '/add/1'],
  [{ add: [1, { 'a/b~c': [{ x: 1 }] }] }, 'unknownOperator', '/add/1'],
  [{ var: { concat: ['a', 'b'] } }, 'computedPath', ''],
])('%j has the problem %s at "%s"', (expression, code, pointer) => {
  expect(check(expression).problems).toContainEqual(expect.objectContaining({ code, pointer }))
})

test('the expected type is held, literals following it', () => {
  expect(checkExpression('2026-01-31', sampleScope, DATE).problems).toEqual([])
  expect(checkExpression({ var: 'name' }, sampleScope, BOOLEAN).problems).toMatchObject([
    { code: 'wrongType' },
  ])
  expect(checkExpression(null, sampleScope, NUMBER).problems).toEqual([])
})

test('member ids and instants of any offset are literals beside their fields', () => {
  expect(check({ in: [{ var: 'owner' }, [MEMBER.toUpperCase()]] }).problems).toEqual([])
  expect(check({ gt: [{ var: 'called_at' }, '2026-01-01T00:00+08:00'] }).problems).toEqual([])
})
