import { expect, test } from 'vitest'
import { workedLately } from './worked-lately.ts'

test('a key that worked is let be for a minute, unless it stops working', () => {
  const time = { now: 0 }
  const lately = workedLately(() => time.now)
  expect(lately.has('key')).toBe(false)
  lately.add('key')
  time.now += 59_000
  expect(lately.has('key')).toBe(true)
  time.now += 1000
  expect(lately.has('key')).toBe(false)
  lately.add('key')
  lately.forget('key')
  expect(lately.has('key')).toBe(false)
})
