import { expect, test } from 'vitest'
import { dependencies, isVolatile, rewritePaths } from './dependencies.ts'

const expression = {
  and: [
    { eq: [{ var: 'account.industry' }, 'x'] },
    { gt: [{ sum: { var: 'items.total' } }, { var: ['amount', 0] }] },
    { var: 'amount' },
  ],
}

test('every path is found once, in order', () => {
  expect(dependencies(expression)).toEqual([['account', 'industry'], ['items', 'total'], ['amount']])
})

test.each([
  [{ lt: [{ var: 'due' }, { var: '$today' }] }, true],
  [{ lt: [{ var: 'at' }, { now: [] }] }, true],
  [{ thisWeek: [{ var: 'due' }] }, true],
  [{ eq: [{ var: 'owner' }, { var: '$me' }] }, false],
  [expression, false],
])('%j changes by time alone: %s', (each, expected) => {
  expect(isVolatile(each)).toBe(expected)
})

test('paths are rewritten wherever they stand', () => {
  const renamed = rewritePaths(expression, (path) => (path[0] === 'amount' ? ['value'] : path))
  expect(dependencies(renamed)).toEqual([['account', 'industry'], ['items', 'total'], ['value']])
  expect(rewritePaths(expression, (path) => path)).toEqual(expression)
})
