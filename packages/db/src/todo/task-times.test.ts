import { expect, test } from 'vitest'
import { instantOf, nextDay, remindAt, weekEnd } from './task-times.ts'

test.each([
  ['2026-11-27', { every: 'day', count: 1 }, '2026-11-28'],
  ['2026-11-27', { every: 'workdays', count: 1 }, '2026-11-30'],
  ['2026-11-25', { every: 'workdays', count: 5 }, '2026-12-02'],
  ['2026-11-25', { every: 'week', count: 1, days: [] }, '2026-12-02'],
  ['2026-11-25', { every: 'week', count: 1, days: [1, 3, 5] }, '2026-11-27'],
  ['2026-11-27', { every: 'week', count: 2, days: [1, 5] }, '2026-12-07'],
  ['2026-01-31', { every: 'month', count: 1 }, '2026-02-28'],
  ['2026-12-15', { every: 'month', count: 1 }, '2027-01-15'],
] as const)('after %s, %o comes %s', (day, repeat, next) => {
  expect(nextDay(day, repeat, day)).toBe(next)
})

test('what was missed is not made up for', () => {
  expect(nextDay('2026-11-02', { every: 'week', count: 1, days: [1] }, '2026-11-25')).toBe('2026-11-30')
})

test.each([
  ['2026-11-27', '09:00', 'Asia/Shanghai', '2026-11-27T01:00:00.000Z'],
  ['2026-07-01', '09:00', 'Europe/London', '2026-07-01T08:00:00.000Z'],
  // The clocks go from 01:00 to 02:00.
  ['2026-03-29', '02:30', 'Europe/London', '2026-03-29T01:30:00.000Z'],
])('%s %s in %s is %s', (day, time, zone, instant) => {
  expect(instantOf(day, time, zone)).toBe(instant)
})

test('a task of a day is reminded of before its morning', () => {
  const at = { day: '2026-11-27', time: null, zone: 'Asia/Shanghai', remindBefore: 60 }
  expect(remindAt(at)).toBe('2026-11-27T00:00:00.000Z')
  expect(remindAt({ ...at, time: '14:00' })).toBe('2026-11-27T05:00:00.000Z')
  expect(remindAt({ ...at, day: null })).toBeNull()
})

test('weeks end where the workspace says', () => {
  expect(weekEnd('2026-11-25', 1)).toBe('2026-11-29')
  expect(weekEnd('2026-11-25', 7)).toBe('2026-11-28')
  expect(weekEnd('2026-11-29', 1)).toBe('2026-11-29')
})
