import { expect, test } from 'vitest'
import type { Condition } from '../../filter/filter-tree.ts'
import { columnCondition, withColumnCondition } from './column-condition.ts'

const won = { in: [{ var: 'stage' }, ['won']] }
const big = { gt: [{ var: 'amount' }, '1000'] }
const either = { or: [won, big] }
const odd = { gt: [{ '+': [{ var: 'amount' }, 1] }, 5] }
const lost: Condition = { kind: 'condition', path: 'stage', operator: 'in', value: ['lost'] }
const inLost = { in: [{ var: 'stage' }, ['lost']] }

test('the condition of a column is found alone and beside others, but not inside a group', () => {
  expect(columnCondition(won, 'stage')).toMatchObject({ operator: 'in', value: ['won'] })
  expect(columnCondition({ and: [odd, won] }, 'stage')).toMatchObject({ operator: 'in' })
  expect(columnCondition(either, 'stage')).toBeNull()
  expect(columnCondition(null, 'stage')).toBeNull()
})

test.each([
  [null, inLost],
  [won, inLost],
  [big, { and: [big, inLost] }],
  [{ and: [won, big] }, { and: [inLost, big] }],
  [either, { and: [either, inLost] }],
  [{ and: [odd, won] }, { and: [odd, inLost] }],
])('a condition takes the place of the one before and leaves the rest: %j', (filter, expected) => {
  expect(withColumnCondition(filter, 'stage', lost)).toEqual(expected)
})

test('taking a condition away leaves the rest, and null when nothing is left', () => {
  expect(withColumnCondition(won, 'stage', null)).toBeNull()
  expect(withColumnCondition({ and: [won, big] }, 'stage', null)).toEqual(big)
  expect(withColumnCondition(either, 'stage', null)).toEqual(either)
})

test('a condition without its value says nothing', () => {
  expect(withColumnCondition({ and: [won, big] }, 'stage', { ...lost, value: [] })).toEqual(big)
})
