import { expect, it } from 'vitest'
import { headWidth } from './head-width.ts'

it('grows with what is written, twice as fast with Chinese, up to a limit', () => {
  expect(headWidth('Probability')).toBe(141)
  expect(headWidth('预计成交日期')).toBe(136)
  expect(headWidth('x'.repeat(100))).toBe(260)
})
