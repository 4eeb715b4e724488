import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  Decimal,
  addDecimals,
  compareDecimals,
  digitsAfterPoint,
  digitsBeforePoint,
  divide,
  formatDecimal,
  parseDecimal,
  roundTo,
} from './decimal.ts'

test.each([
  ['2.345', 2, '2.35'],
  ['-2.345', 2, '-2.35'],
  ['2.5', 0, '3'],
  ['-0.004', 2, '0.00'],
  ['12', 2, '12.00'],
])('%s rounded to %i decimals is %s', (text, scale, expected) => {
  expect(roundTo(text, scale)).toBe(expected)
})

test.each(['', '1e3', '1,000', '.5', '5.', 'NaN', 'Infinity', '0x10', ' 1', '1'.repeat(61)])(
  '%j is no decimal',
  (text) => {
    expect(parseDecimal(text)).toBeNull()
  },
)

test('what is no plain decimal is our bug', () => {
  expect(() => roundTo('1e5', 0)).toThrow(TypeError)
})

test('sums are exact and never exponential', () => {
  expect(addDecimals('0.1', '0.2', '99999999999999999999.7')).toBe('100000000000000000000')
  const wide = fc.bigInt({ min: -(10n ** 50n), max: 10n ** 50n })
  fc.assert(fc.property(wide, wide, (a, b) => addDecimals(`${a}`, `${b}`) === `${a + b}`))
})

test('values compare and count their digits as they count', () => {
  expect(compareDecimals('1.50', '1.5')).toBe(0)
  expect(compareDecimals('-2', '1')).toBe(-1)
  expect([digitsAfterPoint('1.50'), digitsBeforePoint('1234.5'), digitsBeforePoint('0.5')]).toEqual([1, 4, 0])
})

test('a quotient is rounded half-up to ten decimals and there is none by zero', () => {
  expect(formatDecimal(divide(new Decimal(1), new Decimal(3)) ?? new Decimal(9))).toBe('0.3333333333')
  expect(divide(new Decimal(1), new Decimal(0))).toBeNull()
})
