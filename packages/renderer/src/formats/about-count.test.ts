import { expect, test } from 'vitest'
import { isRounded, roundedCount } from './about-count.ts'

test.each([
  [10_001, '10,000', '1 万'],
  [12_345, '12,000', '1.2 万'],
  [123_456, '120,000', '12 万'],
  [999_999, '1 million', '100 万'],
  [1_234_567, '1.2 million', '120 万'],
  [98_765_432, '99 million', '9,900 万'],
  [123_456_789, '120 million', '1.2 亿'],
  [2_345_678_901, '2.3 billion', '23 亿'],
  [120_000_000_000, '120 billion', '1,200 亿'],
  [300, '300', '300'],
  [0, '1', '1'],
])('%s records are about %s, or %s', (count, en, zh) => {
  expect([roundedCount(count, 'en'), roundedCount(count, 'zh')]).toEqual([en, zh])
})

test('a number is rounded above 10,000', () => {
  expect([isRounded(10_000), isRounded(10_001)]).toEqual([false, true])
})
