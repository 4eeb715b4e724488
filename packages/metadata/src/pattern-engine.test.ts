import { expect, test } from 'vitest'
import { matchesPattern, patternProblem } from './pattern-engine.ts'

test.each([
  ['[A-Z]{2}\\d{4}', 'AB1234', true],
  ['[A-Z]{2}\\d{4}', 'xAB1234x', false],
  ['\\p{Han}+', '云杉', true],
  ['(', '(', false],
])('%s and %s: %s', (pattern, text, matches) => expect(matchesPattern(pattern, text)).toBe(matches))

test('a pattern that is none says so, and so do references back, which RE2 does not have', () => {
  expect(patternProblem('[a-')).toBeTypeOf('string')
  expect(patternProblem('(a)\\1')).toBeTypeOf('string')
  expect(patternProblem('a'.repeat(501))).toBeTypeOf('string')
  expect(patternProblem('a+')).toBeUndefined()
})

test('IN-05: a pattern that would explode elsewhere answers, and a text that is too long does not match', () => {
  expect(matchesPattern('(a+)+$', `${'a'.repeat(9000)}b`)).toBe(false)
  expect(matchesPattern('a*', 'a'.repeat(10_001))).toBe(false)
})
