import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate } from '../evaluate.ts'
import { scopeOf } from '../scope.ts'
import { anyExpression } from '../testing/arbitrary/expressions.ts'
import { sampleContext as context, sampleScope } from '../testing/sample-form.ts'
import { DATE, NUMBER, TEXT, listOf } from '../value-type.ts'
import { printFormula } from './print-formula.ts'
import { traceFormula } from './trace-formula.ts'

const scope = scopeOf([
  { path: ['amount'], label: 'Amount', type: NUMBER },
  { path: ['stage'], label: '阶段', type: TEXT },
  { path: ['due'], label: 'Due', type: DATE },
  { path: ['items', 'total'], label: 'Total', type: listOf(NUMBER) },
])
const data = {
  amount: '120.50',
  stage: 'won',
  due: '2026-01-31',
  items: [{ total: '1.10' }, { total: '2' }],
}

const values = (text: string) => {
  const { parts, value, problems } = traceFormula(text, scope, data, context)
  expect(problems).toEqual([])
  return {
    parts: Object.fromEntries(parts.map((part) => [text.slice(part.from, part.to), part.value])),
    value,
  }
}

test.each<[string, Record<string, unknown>]>([
  ['amount * 2', { 'amount * 2': '241', amount: '120.50', '2': '2' }],
  ['(amount + 1) * 2', { '(amount + 1) * 2': '243', 'amount + 1': '121.5' }],
  ['[阶段] & amount', { '[阶段]': 'won', amount: '120.50', '[阶段] & amount': 'won120.5' }],
  ['SUM(items.total)', { 'items.total': ['1.10', '2'], 'SUM(items.total)': '3.1' }],
  ['due > "2026-01-01"', { due: '2026-01-31', 'due > "2026-01-01"': true }],
  ['amount / 0', { amount: '120.50', 'amount / 0': null }],
])('%s shows what each part gives', (text, expected) => {
  expect(values(text).parts).toMatchObject(expected)
})

test('a branch that is not chosen has no value', () => {
  const { parts } = values('IF(stage = "won", amount, LEN(stage))')
  expect(parts).toMatchObject({ 'stage = "won"': true, amount: '120.50' })
  expect(parts['LEN(stage)']).toBeUndefined()
})

test.each<[string, [string, string][]]>([
  ['amount / 0 > 1', [['amount / 0', 'divisionByZero']]],
  ['1 + MOD(amount, amount - amount)', [['MOD(amount, amount - amount)', 'divisionByZero']]],
  ['YEAR(DATEVALUE("2024-02-30"))', [['DATEVALUE("2024-02-30")', 'noAnswer']]],
  ['SQRT(0 - amount)', [['SQRT(0 - amount)', 'noAnswer']]],
  ['VALUE(stage) + 1', [['VALUE(stage)', 'noAnswer']]],
  ['missing / 2', []],
  ['IF(stage = "lost", amount / 0)', []],
  ['amount / 2 + YEAR(due)', []],
])('%s tells where its value was lost', (text, expected) => {
  const known = scopeOf([
    { path: ['amount'], label: 'Amount', type: NUMBER },
    { path: ['missing'], label: 'Missing', type: NUMBER },
    { path: ['stage'], label: 'Stage', type: TEXT },
    { path: ['due'], label: 'Due', type: DATE },
  ])
  const { gaps, problems } = traceFormula(text, known, data, context)
  expect(problems).toEqual([])
  expect(gaps.map(({ from, to, code }) => [text.slice(from, to), code])).toEqual(expected)
})

test('literals take the type of what they stand beside', () => {
  const { parts } = traceFormula('due > "2026-01-01"', scope, data, context)
  expect(parts.find(({ from }) => from === 6)?.type).toEqual(DATE)
})

test('what is wrong with the text is told, and nothing is calculated', () => {
  const trace = traceFormula('amount * wrong', scope, data, context)
  expect(trace).toMatchObject({ parts: [], problems: [{ code: 'unknownField', from: 9, to: 14 }] })
})

test('what outgrows a limit while running is a problem at its place', () => {
  const long = { ...data, stage: 'x'.repeat(40_000) }
  const trace = traceFormula('"a" & stage & stage', scope, long, context)
  expect(trace.value).toBeUndefined()
  expect(trace.problems).toMatchObject([{ code: 'textTooLong' }])
})

test('the whole is what evaluation gives, and every part lies in the text', () => {
  const record = { amount: '10', cost: '3.5', name: 'Ann', open: true, due: '2026-11-20', tags: ['a'] }
  fc.assert(
    fc.property(anyExpression, (expression) => {
      const text = printFormula(expression) ?? ''
      const trace = traceFormula(text, sampleScope, record, context)
      expect(trace.value).toEqual(evaluate(expression, record, context, sampleScope))
      for (const { from, to } of trace.parts) {
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 500 },
  )
})
