import { expect, test } from 'vitest'
import { publicHolidays } from './public-holidays.ts'

const weekend = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0

test('in China every made-up day is a weekend of its year, and no day is said twice', () => {
  const days = publicHolidays('Asia/Shanghai', 'zh')
  expect(new Set(days.map(({ day }) => day)).size).toBe(days.length)
  expect(days.filter(({ works, day }) => works && !weekend(day))).toEqual([])
  const of2026 = days.filter(({ day }) => day.startsWith('2026'))
  expect([of2026.filter(({ works }) => !works).length, of2026.filter(({ works }) => works).length]).toEqual([
    33, 6,
  ])
  expect(days).toContainEqual({ day: '2026-02-14', name: '春节', works: true })
})

test('elsewhere nothing is taken for a holiday', () => {
  expect(publicHolidays('Europe/London', 'en')).toEqual([])
  expect(publicHolidays('Asia/Hong_Kong', 'zh')).toEqual([])
})
