import { expect, test } from 'vitest'
import type { Expression } from '../expression.ts'
import { scopeOf } from '../scope.ts'
import { BOOLEAN, DATE, NUMBER, TEXT, listOf, recordOf } from '../value-type.ts'
import type { ValueType } from '../value-type.ts'
import { judgeCondition, judgeValue } from './judge-example.ts'
import { runExample } from './run-example.ts'
import type { ExampleGiven, ExampleScene } from './run-example.ts'

const fields: Readonly<Record<string, ValueType>> = {
  price: NUMBER,
  net: NUMBER,
  name: TEXT,
  due: DATE,
  won: BOOLEAN,
  tags: listOf(TEXT),
  owner: recordOf('_member'),
}
const scope = scopeOf(
  Object.entries(fields).flatMap(([key, type]) => [
    { path: [key], label: key, type },
    { path: ['$old', key], label: key, type },
  ]),
)
const scene: ExampleScene = {
  scope,
  formula: ([key]) => (key === 'net' ? { expression: { div: [{ var: 'price' }, 3] }, scale: 2 } : undefined),
}
const run = (expression: Expression, given: ExampleGiven, scale?: number) =>
  runExample({ expression, scale }, given, scene)
const tripled = { mul: [{ var: 'net' }, 3] }

test('a formula that the row does not give is calculated, and rounded as its field keeps it', () => {
  expect(run(tripled, { inputs: { price: '10' } }, 1)).toEqual({ kind: 'value', value: '10.0' })
  expect(run(tripled, { inputs: { price: '10', net: '7' } })).toEqual({ kind: 'value', value: '21' })
  expect(run(tripled, { inputs: { price: '10' } })).toEqual({ kind: 'value', value: '9.99' })
})

test('values that do not fit their field are named', () => {
  expect(run(tripled, { inputs: { price: 'ten' } })).toEqual({
    kind: 'wrongInput',
    name: 'price',
    wanted: NUMBER,
  })
  expect(run({ var: 'owner' }, { inputs: { owner: 'me' } })).toMatchObject({ kind: 'wrongInput' })
  expect(run({ var: 'due' }, { inputs: { due: '2026-02-30' } })).toMatchObject({ kind: 'wrongInput' })
  expect(run({ var: 'tags' }, { inputs: { tags: 'a' } })).toMatchObject({ kind: 'wrongInput' })
})

test('what depends on the day needs one, and then gives the same for ever', () => {
  const late = { lt: [{ var: 'due' }, { today: [] }] }
  expect(run(late, { inputs: { due: '2026-01-31' } })).toEqual({ kind: 'dayMissing' })
  const on = (today: string) => run(late, { inputs: { due: '2026-01-31' }, today })
  expect(on('2026-02-01')).toEqual({ kind: 'value', value: true })
  expect(on('2026-01-31')).toEqual({ kind: 'value', value: false })
  expect(run({ today: [] }, { inputs: {}, now: '2026-02-03T23:30:00Z' })).toEqual({
    kind: 'value',
    value: '2026-02-03',
  })
})

test('who asks, and the value before, are inputs like others', () => {
  const me = '00000000-0000-7000-8000-000000000001'
  const mine = { eq: [{ var: 'owner' }, { var: '$me' }] }
  expect(run(mine, { inputs: { owner: me, $me: me } })).toEqual({ kind: 'value', value: true })
  const raised = { gt: [{ var: 'price' }, { var: '$old.price' }] }
  expect(run(raised, { inputs: { price: '2', '$old.price': '1' } })).toEqual({ kind: 'value', value: true })
})

test('functions about who asks are answered by the row', () => {
  const me = '00000000-0000-7000-8000-000000000001'
  const mine = { and: [{ isMe: [{ var: 'owner' }] }, { hasRole: ['manager'] }] }
  const holds = (given: Record<string, unknown>) => run(mine, { inputs: { owner: me, ...given } })
  expect(holds({ $me: me, $roles: ['manager'] })).toEqual({ kind: 'value', value: true })
  expect(holds({ $me: me, $roles: ['sales'] })).toEqual({ kind: 'value', value: false })
  expect(holds({ $roles: ['manager'] })).toEqual({ kind: 'value', value: false })
})

test('other forms are not at hand in a row', () => {
  const sum = { sumIfs: [{ column: 'deal.amount' }, { column: 'deal.stage' }, 'won'] }
  expect(run(sum, { inputs: {} })).toEqual({ kind: 'looksElsewhere' })
})

test('a limit while running is an outcome, which a row may expect', () => {
  const long = { concat: Array.from({ length: 10 }, () => ({ var: 'name' })) }
  const failed = run(long, { inputs: { name: 'abc'.repeat(3000) } })
  expect(failed).toMatchObject({ kind: 'failed' })
  expect(judgeValue(failed, { fails: true }, TEXT)).toBeUndefined()
  expect(judgeValue(failed, { expected: 'abc' }, TEXT)).toBe(failed)
  const huge = run({ mul: [{ var: 'price' }, '1000000000000'] }, { inputs: { price: '1000000000' } }, 2)
  expect(huge).toEqual({ kind: 'tooManyDigits' })
  expect(judgeValue({ kind: 'value', value: '1' }, { fails: true }, NUMBER)).toEqual({
    kind: 'didNotFail',
    actual: '1',
  })
})

test.each([
  ['2.50', '2.5', NUMBER, true],
  ['2.5', '2.51', NUMBER, false],
  ['a', 'A', TEXT, false],
  [null, null, NUMBER, true],
  ['0', null, NUMBER, false],
  [false, null, BOOLEAN, false],
  [null, '', TEXT, true],
  [['a', 'b'], ['a', 'b'], listOf(TEXT), true],
  [['a', 'b'], ['b', 'a'], listOf(TEXT), false],
])('%j against %j', (actual, expected, type, green) => {
  const verdict = judgeValue({ kind: 'value', value: actual }, { expected }, type)
  expect(verdict === undefined).toBe(green)
})

test('an expected value of another type is said to be one', () => {
  const verdict = judgeValue({ kind: 'value', value: '5' }, { expected: 'five' }, NUMBER)
  expect(verdict).toEqual({ kind: 'wrongExpected', wanted: NUMBER })
})

test('a condition that says nothing does not hold', () => {
  expect(judgeCondition({ kind: 'value', value: null }, false)).toBeUndefined()
  expect(judgeCondition({ kind: 'value', value: null }, true)).toEqual({ kind: 'appliesNot' })
})
