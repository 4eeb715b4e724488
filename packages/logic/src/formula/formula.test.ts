import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Expression } from '../expression.ts'
import { operations } from '../operations/index.ts'
import { scopeOf } from '../scope.ts'
import { anyExpression } from '../testing/arbitrary/expressions.ts'
import { sampleScope } from '../testing/sample-form.ts'
import { ANY, BOOLEAN, DATE, NUMBER, TEXT, listOf, recordOf } from '../value-type.ts'
import { formulaFunctions } from './formula-functions.ts'
import { parseFormula } from './parse-formula.ts'
import { printFormula } from './print-formula.ts'

const scope = scopeOf([
  { path: ['amount'], label: 'Deal amount', type: NUMBER },
  { path: ['price'], label: '单价', type: NUMBER },
  { path: ['stage'], label: 'Stage', type: TEXT },
  { path: ['due'], label: 'Due', type: DATE },
  { path: ['true'], label: 'Truth', type: BOOLEAN },
  { path: ['account'], label: 'Account', type: recordOf('account') },
  { path: ['account', 'industry'], label: 'Industry', type: TEXT },
  { path: ['partner'], label: 'Partner', type: recordOf('account') },
  { path: ['partner', 'industry'], label: 'Industry', type: TEXT },
  { path: ['items', 'total'], label: 'Total', type: listOf(NUMBER) },
  { path: ['lines'], label: 'Lines', type: listOf(ANY) },
  { path: ['lines', 'net'], label: 'Lines › Net', type: listOf(NUMBER) },
])

const amount: Expression = { var: 'amount' }
const stage: Expression = { var: 'stage' }

test.each<[string, Expression]>([
  ['1 + 2 * 3', { add: [1, { mul: [2, 3] }] }],
  ['(1 + 2) * 3', { mul: [{ add: [1, 2] }, 3] }],
  ['1 - 2 - 3', { sub: [{ sub: [1, 2] }, 3] }],
  ['1 + 2 + 3', { add: [1, 2, 3] }],
  ['1 + (2 + 3)', { add: [1, { add: [2, 3] }] }],
  ['(1 + 2) + 3', { add: [{ add: [1, 2] }, 3] }],
  ['7 % 4 / 2', { div: [{ mod: [7, 4] }, 2] }],
  ['-amount * -2', { mul: [{ neg: [amount] }, -2] }],
  ['-(2)', { neg: [2] }],
  ['= amount >= 10', { gte: [amount, 10] }],
  ['stage & " " & amount', { concat: [stage, ' ', { text: [amount] }] }],
  ['stage & 1 + 2', { concat: [stage, { text: [{ add: [1, 2] }] }] }],
  ['IF(stage = "won", amount, 0)', { if: [{ eq: [stage, 'won'] }, amount, 0] }],
  ['如果（stage ＝ "x"，1，0）'.replace('＝', '='), { if: [{ eq: [stage, 'x'] }, 1, 0] }],
  ['求和(items.total)', { sum: [{ var: 'items.total' }] }],
  ['SUM(Lines.Net)', { sum: [{ var: 'lines.net' }] }],
  ['SUM([Lines › Net])', { sum: [{ var: 'lines.net' }] }],
  ['sum([Deal amount], 单价)', { sum: [amount, { var: 'price' }] }],
  ['[Account].[Industry]', { var: 'account.industry' }],
  ['account.industry', { var: 'account.industry' }],
  ['"say ""hi"""', 'say "hi"'],
  ['“中文”', '中文'],
  ['TRUE', true],
  ['[true]', { var: 'true' }],
  ['null', null],
  ['due <= today()', { lte: [{ var: 'due' }, { today: [] }] }],
  ['due ≥ "2026-01-31"', { gte: [{ var: 'due' }, '2026-01-31'] }],
  ['2 × 3 ÷ 4', { div: [{ mul: [2, 3] }, 4] }],
  ['amount % 3', { mod: [amount, 3] }],
  ['amount == 1', { eq: [amount, 1] }],
  ['amount != 1', { ne: [amount, 1] }],
  ['IF（amount＞＝1；2；3）', { if: [{ gte: [amount, 1] }, 2, 3] }],
  ['amount＋1－2＊3／4', { sub: [{ add: [amount, 1] }, { div: [{ mul: [2, 3] }, 4] }] }],
  ['stage＜＞“a”', { ne: [stage, 'a'] }],
  ['stage！＝"a"', { ne: [stage, 'a'] }],
  ['stage＝"a"', { eq: [stage, 'a'] }],
  ['IN(stage, {"a", "b"})', { in: [stage, ['a', 'b']] }],
  ['12345678901234567890.12', { value: ['12345678901234567890.12'] }],
  ['AND(amount > 1, NOT(stage <> "x"))', { and: [{ gt: [amount, 1] }, { '!': [{ ne: [stage, 'x'] }] }] }],
])('%s is read', (text, expression) => {
  const parsed = parseFormula(text, scope)
  expect(parsed.problems).toEqual([])
  expect(parsed.expression).toEqual(expression)
})

test.each<[string, string, string]>([
  ['IF(stage = "a", 1', 'missingBracket', '('],
  ['1 + * 2', 'syntax', '*'],
  ['amount > ', 'missingValue', '>'],
  ['IF(amount > 1, , 2)', 'missingValue', ','],
  ['ROUND(amount + ) * 2', 'missingValue', '+'],
  ['amount * 10%', 'lonePercent', '%'],
  ['stage = "abc', 'missingQuote', '"'],
  ['stage = “abc', 'missingQuote', '“'],
  ['1 + [Industry', 'missingBracket', '['],
  ['amount + wrong_name', 'unknownField', 'wrong_name'],
  ['NOPE(1) + 1', 'unknownFunction', 'NOPE'],
  ['amount + stage', 'wrongType', 'stage'],
  ['1 + ROUND(stage, 2)', 'wrongType', 'stage'],
  ['ROUND(amount, 2, 3) + 1', 'wrongCount', 'ROUND(amount, 2, 3)'],
  ['ROUND(amount, 99)', 'wrongLiteral', '99'],
  ['DATEADD(due, 1, "hour")', 'wrongLiteral', '"hour"'],
  ['due > "2026-02-30"', 'wrongType', '"2026-02-30"'],
  ['1 + __proto__', 'forbiddenName', '__proto__'],
  ['1 + [Industry]', 'ambiguousField', '[Industry]'],
  ['stage & 1 + amount + stage', 'wrongType', 'stage'],
  [`1 + ${'9'.repeat(31)}`, 'badNumber', '9'.repeat(31)],
  ['', 'syntax', ''],
  ['amount ~ 1', 'syntax', '~'],
])('%s is refused at the place', (text, code, word) => {
  const [problem] = parseFormula(text, scope).problems
  expect(problem).toMatchObject({ code })
  expect(text.slice(problem?.from, problem?.to)).toBe(word)
})

test('a formula of the wrong result is refused as a whole', () => {
  expect(parseFormula('amount + 1', scope, TEXT).problems).toMatchObject([
    { code: 'wrongType', from: 0, to: 10 },
  ])
})

test.each(['(', '-', '1+', 'IF(', '{', '[', '“', '"a" '])(
  '20,000 times %s is refused and crashes nothing',
  (text) => {
    expect(parseFormula(text.repeat(20_000), scope).problems).toHaveLength(1)
  },
)

test('what is printed is read as the same expression', () => {
  fc.assert(
    fc.property(anyExpression, (expression) => {
      const text = printFormula(expression)
      const parsed = parseFormula(text ?? '', sampleScope)
      expect(parsed.problems).toEqual([])
      expect(parsed.expression).toEqual(expression)
    }),
    { numRuns: 2000 },
  )
})

test('reading any text ends in an expression or a problem inside the text', () => {
  const pieces = fc.constantFrom(
    'amount',
    ' ',
    '(',
    ')',
    ',',
    '"',
    '+',
    '-',
    '&',
    '{',
    '}',
    '[',
    ']',
    '.',
    '1',
    'IF',
    '中',
    '=',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (words) => {
      const text = words.join('')
      for (const problem of parseFormula(text, scope).problems) {
        expect(problem.from).toBeGreaterThanOrEqual(0)
        expect(problem.to).toBeLessThanOrEqual(text.length)
        expect(problem.from).toBeLessThanOrEqual(problem.to)
      }
    }),
  )
})

test('standard JSON Logic has no formula text', () => {
  expect(printFormula({ '+': [1, 2] })).toBeUndefined()
  expect(printFormula({ add: [{ var: ['a', 1] }, 2] })).toBeUndefined()
})

test('every operation has one function whose names nobody else has', () => {
  expect(formulaFunctions.map((each) => each.operation).toSorted()).toEqual(
    Object.keys(operations).toSorted(),
  )
  const names = formulaFunctions
    .flatMap((each) => [each.name, ...each.aliases])
    .map((name) => name.toUpperCase())
  expect(new Set(names).size).toBe(names.length)
  expect(
    formulaFunctions.filter((each) => !each.aliases.some((alias) => /[\u4e00-\u9fff]/.test(alias))),
  ).toEqual([])
})
