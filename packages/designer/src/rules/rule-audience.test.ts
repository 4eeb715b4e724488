import type { Expression } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { joinCondition, splitCondition } from './rule-audience.ts'

const roles: Expression = { hasAny: [{ var: '$roles' }, ['rep', 'manager']] }
const phone: Expression = { eq: [{ var: '$device' }, 'phone'] }
const fresh: Expression = { eq: [{ var: '$isNew' }, true] }
const won: Expression = { eq: [{ var: 'stage' }, 'won'] }
const big: Expression = { gt: [{ var: 'amount' }, 10] }

test.each<[string, Expression]>([
  ['nothing', null],
  ['a field', won],
  ['roles alone', roles],
  ['roles and a field', { and: [roles, won] }],
  ['everything', { and: [roles, phone, fresh, won, big] }],
  ['either of two', { or: [won, big] }],
  ['roles, and either of two', { and: [roles, { or: [won, big] }] }],
])('%s is taken apart and put together again', (_, when) => {
  const { audience, rest } = splitCondition(when)
  expect(joinCondition(audience, rest)).toEqual(when)
})

test('what is asked twice stays with the fields', () => {
  expect(splitCondition({ and: [phone, { eq: [{ var: '$device' }, 'desktop'] }] })).toEqual({
    audience: { roles: [], device: 'phone', isNew: null },
    rest: { eq: [{ var: '$device' }, 'desktop'] },
  })
})
