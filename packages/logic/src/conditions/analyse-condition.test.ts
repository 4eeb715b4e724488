import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateCondition } from '../evaluate.ts'
import type { Data } from '../evaluate.ts'
import type { Expression } from '../expression.ts'
import { expressions } from '../testing/arbitrary/expressions.ts'
import { MEMBER, OTHER_MEMBER, sampleContext, sampleScope } from '../testing/sample-form.ts'
import { analyseCondition, canHoldTogether } from './analyse-condition.ts'

const field = (name: string): Expression => ({ var: name })
const [amount, name, open, due, owner] = ['amount', 'name', 'open', 'due', 'owner'].map(field) as [
  Expression,
  Expression,
  Expression,
  Expression,
  Expression,
]

test.each<[string, Expression]>([
  ['two values at once', { and: [{ eq: [amount, 1] }, { eq: [amount, 2] }] }],
  ['two options at once', { and: [{ eq: [name, 'a'] }, { in: [name, ['b', 'c']] }] }],
  ['a range turned around', { between: [amount, 5, 1] }],
  ['bounds that exclude each other', { and: [{ gt: [amount, 10] }, { lte: [amount, 10] }] }],
  ['an empty list', { in: [name, []] }],
  ['a value and none', { and: [{ isEmpty: [due] }, { gt: [due, '2026-01-01'] }] }],
  ['yes and no', { and: [open, { eq: [open, false] }] }],
  ['no day between', { and: [{ gt: [due, '2026-01-01'] }, { lt: [due, '2026-01-02'] }] }],
  ['before and after today', { and: [{ beforeToday: [due] }, { gte: [due, { today: [] }] }] }],
  ['an empty past', { and: [{ beforeToday: [due] }, { eq: [due, null] }] }],
  ['two owners', { and: [{ eq: [owner, MEMBER] }, { eq: [owner, OTHER_MEMBER] }] }],
  [
    'a condition and its opposite',
    { and: [{ contains: [name, 'x'] }, { '!': [{ contains: [name, 'x'] }] }] },
  ],
  [
    'alternatives that all contradict',
    { and: [{ or: [{ eq: [amount, 1] }, { eq: [amount, 2] }] }, { gt: [amount, '2.00'] }] },
  ],
  ['a mirrored comparison', { and: [{ lt: [5, amount] }, { gt: [3, amount] }] }],
])('%s can never hold', (_, condition) => {
  expect(analyseCondition(condition, sampleScope)).toBe('never')
})

test.each<[string, Expression]>([
  ['a condition or its opposite', { or: [{ eq: [amount, 1] }, { ne: [amount, 1] }] }],
  ['empty, or not', { or: [{ isEmpty: [name] }, { notEmpty: [name] }] }],
  ['everything but the impossible', { '!': [{ in: [name, []] }] }],
  ['bounds that meet, or none', { or: [{ lt: [amount, 5] }, { gte: [amount, 5] }, { isEmpty: [amount] }] }],
])('%s always holds', (_, condition) => {
  expect(analyseCondition(condition, sampleScope)).toBe('always')
})

test.each<[string, Expression]>([
  ['bounds without the empty value', { or: [{ lt: [amount, 5] }, { gte: [amount, 5] }] }],
  ['numbers between whole ones', { and: [{ gt: [amount, 1] }, { lt: [amount, 2] }] }],
  ['a field against another', { and: [{ gt: [amount, field('cost')] }, { lt: [amount, 0] }] }],
  ['an unknown field', { eq: [field('missing'), 1] }],
])('nothing is claimed about %s', (_, condition) => {
  expect(analyseCondition(condition, sampleScope)).toBe('unknown')
})

test('two conditions exclude each other only where they must', () => {
  const won = { eq: [name, 'won'] }
  expect(canHoldTogether(won, { eq: [name, 'lost'] }, sampleScope)).toBe(false)
  expect(canHoldTogether(won, { gt: [amount, 5] }, sampleScope)).toBe(true)
})

const days = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', null]
const record = fc.record({
  amount: fc.constantFrom('-1', '0', '1', '1.5', '2.00', '3', null),
  cost: fc.constantFrom('1', '2', null),
  name: fc.constantFrom('a', 'b', 'c', null),
  code: fc.constantFrom('a', null),
  open: fc.constantFrom(true, false, null),
  urgent: fc.constantFrom(true, null),
  due: fc.constantFrom(...days),
  signed: fc.constantFrom(...days),
  called_at: fc.constantFrom('2026-11-20T15:59:59.999Z', '2026-11-20T16:00:00.000Z', null),
  visited_at: fc.constant(null),
  owner: fc.constantFrom(MEMBER, OTHER_MEMBER, null),
  tags: fc.constantFrom(['a'], null),
  lines: fc.constant([]),
})
const records = fc.sample(record, { numRuns: 120, seed: 3 }) as Data[]

const number = fc.constantFrom<Expression>(0, 1, '1.0', 1.5, 2, 3, null)
const text = fc.constantFrom<Expression>('a', 'b', 'c', '', null)
const day = fc.constantFrom<Expression>('2026-11-20', '2026-11-21', '2026-11-22', null, { today: [] })
const comparison = fc.constantFrom('eq', 'ne', 'lt', 'lte', 'gt', 'gte')
const equality = fc.constantFrom('eq', 'ne')
const call = (operator: string, ...args: Expression[]): Expression => ({ [operator]: args })

/** Conditions close to one another, so that many contradict. */
const narrow = fc.letrec<{ condition: Expression }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    fc.tuple(comparison, number).map(([operator, value]) => call(operator, amount, value)),
    fc.tuple(comparison, number).map(([operator, value]) => call(operator, value, amount)),
    fc.tuple(equality, text).map(([operator, value]) => call(operator, name, value)),
    fc.tuple(comparison, day).map(([operator, value]) => call(operator, due, value)),
    fc.tuple(number, number).map(([low, high]) => call('between', amount, low, high)),
    fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }).map((list) => call('in', name, list)),
    fc.constantFrom(amount, name, open, due, owner).map((path) => call('isEmpty', path)),
    fc.constantFrom('beforeToday', 'isToday', 'afterToday').map((operator) => call(operator, due)),
    fc.constantFrom<Expression>(open, true, call('eq', open, false), call('eq', owner, MEMBER)),
    fc.tuple(tie('condition'), tie('condition')).map((both) => ({ and: both })),
    fc.tuple(tie('condition'), tie('condition'), tie('condition')).map((all) => ({ and: all })),
    fc.tuple(tie('condition'), tie('condition')).map((both) => ({ or: both })),
    tie('condition').map((inner) => ({ '!': [inner] })),
    fc.tuple(tie('condition'), tie('condition'), tie('condition')).map((all) => ({ if: all })),
  ),
})).condition

test.each([
  ['conditions close to one another', narrow, 500, 40],
  ['any condition', expressions.boolean, 150, 0],
] as const)(
  'what is claimed of %s is so for every record',
  (_, condition, numRuns, least) => {
    let claims = 0
    fc.assert(
      fc.property(condition, (each) => {
        const verdict = analyseCondition(each, sampleScope)
        if (verdict === 'unknown') return
        claims += 1
        const answers = new Set(
          records.map((data) => evaluateCondition(each, data, sampleContext, sampleScope)),
        )
        expect([...answers]).toEqual([verdict === 'always'])
      }),
      { numRuns },
    )
    expect(claims).toBeGreaterThanOrEqual(least)
  },
  30_000,
)
