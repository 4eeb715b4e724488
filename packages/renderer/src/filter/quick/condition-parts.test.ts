import type { Expression } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { hasCondition, toggledCondition } from './condition-parts.ts'

const open = { isEmpty: [{ var: 'closed_at' }] }
const mine = { in: [{ var: 'owner' }, [{ var: '$me' }]] }
const large = { gt: [{ var: 'amount' }, '1000'] }

test.each<[Expression | null, Expression, Expression | null]>([
  [null, open, open],
  [true, open, open],
  [open, open, null],
  [open, mine, { and: [open, mine] }],
  [{ and: [open, mine] }, mine, open],
  [{ and: [open, mine, large] }, { and: [mine, large] }, open],
  [{ or: [open, mine] }, large, { and: [{ or: [open, mine] }, large] }],
])('%j with %j switched is %j', (filter, condition, expected) => {
  expect(toggledCondition(filter, condition)).toEqual(expected)
})

test('a condition of several parts is on only when all of them hold', () => {
  expect(hasCondition({ and: [open, mine] }, { and: [mine, large] })).toBe(false)
  expect(toggledCondition(mine, { and: [mine, large] })).toEqual({ and: [mine, large] })
})
