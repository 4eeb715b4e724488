import { expect, test } from 'vitest'
import { checkExpression } from './check-expression.ts'
import { provideEngines } from './engines.ts'
import { evaluate } from './evaluate.ts'
import { explainProblem } from './explain-problem.ts'
import type { Expression } from './expression.ts'
import { parseFormula } from './formula/parse-formula.ts'
import { heavyEngines } from './heavy-engines.ts'
import { needsEngines } from './needs-engines.ts'
import { ExpressionError } from './problem.ts'
import { identifier } from './sql/fragment.ts'
import { sampleContext, sampleScope } from './testing/sample-form.ts'
import { toSql } from './to-sql.ts'
import { TEXT } from './value-type.ts'

const matches = (pattern: Expression): Expression => ({ regexMatch: [{ var: 'name' }, pattern] })

test('a definition says whether it needs the engines, until they are there', () => {
  expect(needsEngines({ rules: [{ condition: matches('a') }] }, false)).toBe(true)
  expect(needsEngines({ label: 'regexMatch', condition: { eq: [1, 1] } }, false)).toBe(false)
  provideEngines(heavyEngines)
  expect(needsEngines({ condition: matches('a') })).toBe(false)
})

test.each([
  ['(a', 'bracket'],
  ['a)', 'bracket'],
  ['[a', 'bracket'],
  ['*', 'repetition'],
  ['[z-a]', 'class'],
  ['(?=a)', 'unsupported'],
  [String.raw`(a)\1`, 'escape'],
])('IN-05: the pattern %s is refused at its place', (pattern, reason) => {
  provideEngines(heavyEngines)
  const text = `REGEXMATCH(name, "${pattern}")`
  const [problem] = parseFormula(text, sampleScope).problems
  expect(problem).toMatchObject({ code: 'badPattern', params: { reason } })
  expect(text.slice(problem?.from, problem?.to)).toBe(`"${pattern}"`)
  expect(explainProblem(problem ?? { code: 'syntax', params: {} }, 'en')).toMatch(/: [a-z ]+/)
  expect(explainProblem(problem ?? { code: 'syntax', params: {} }, 'zh')).toMatch(/：[\u4e00-\u9fff]/)
})

test('IN-05: patterns end at 500 characters and texts at 10,000', () => {
  provideEngines(heavyEngines)
  expect(checkExpression(matches('a'.repeat(500)), sampleScope).problems).toEqual([])
  expect(checkExpression(matches('a'.repeat(501)), sampleScope).problems).toMatchObject([
    { code: 'textTooLong' },
  ])
  expect(checkExpression(matches({ var: 'code' }), sampleScope).problems).toMatchObject([
    { code: 'wrongLiteral' },
  ])
  const long = () => evaluate(matches('b'), { name: 'a'.repeat(10_001) }, sampleContext)
  expect(long).toThrow(ExpressionError)
})

test.each(['^(a+)+$', '^(a|a)*$', '^(.*a){20}$', '(a*)*b'])(
  'IN-05: %s, which would explode elsewhere, ends at once',
  (pattern) => {
    provideEngines(heavyEngines)
    expect(evaluate(matches(pattern), { name: `${'a'.repeat(2000)}!` }, sampleContext)).toBe(false)
  },
)

test('what has no SQL says so, and is refused at once where SQL is needed', () => {
  const resolver = { context: sampleContext, column: () => ({ sql: identifier('name'), type: TEXT }) }
  expect(toSql(matches('a'), resolver)).toMatchObject({
    problems: [{ code: 'noSql', params: { reason: 'pattern' } }],
  })
  expect(toSql({ pinyin: [{ var: 'name' }] }, resolver)).toMatchObject({
    problems: [{ params: { reason: 'pinyin' } }],
  })
  expect(checkExpression(matches('a'), { ...sampleScope, asSql: true }).problems).toMatchObject([
    { code: 'noSql' },
  ])
})

test('IN-07: a calculation that goes on for too long is stopped', () => {
  let now = 0
  const context = { ...sampleContext, clock: () => (now += 30) }
  const expression = { map: [Array.from({ length: 200 }, (_, index) => index), { add: [{ var: '' }, 1] }] }
  expect(() => evaluate(expression, {}, context)).toThrow('tookTooLong')
  expect(evaluate({ add: [1, 2] }, {}, context)).toBe('3')
})
