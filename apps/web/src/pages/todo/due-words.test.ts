import { expect, it } from 'vitest'
import { dueWords } from './due-words.ts'

const now = Date.parse('2026-11-30T12:00:00Z')

it('names the year of a day only where it is another one', () => {
  expect(dueWords('2026-12-31', null, 'en', now)).toBe('Thu 31 Dec')
  expect(dueWords('2040-01-31', '09:30', 'en', now)).toBe('Tue, 31 Jan 2040 09:30')
  expect(dueWords('2040-01-31', null, 'zh', now)).toBe('2040年1月31日周二')
})
