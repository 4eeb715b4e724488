import { expect, test } from 'vitest'
import { median } from './median.ts'

test.each([
  [[3, 1, 2], 2],
  [[10, 9], 9],
  [[100, 9, 10], 10],
])('the median of %j is %d', (values, middle) => {
  expect(median(values)).toBe(middle)
})
