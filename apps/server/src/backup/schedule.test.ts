import { expect, test } from 'vitest'
import { nextDue } from './schedule.ts'

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime()
const iso = (ms: number) => new Date(ms).toISOString()
const time = { hour: 2, minute: 30 }

test('it is due at its time, and not again before the next night', () => {
  expect(nextDue(time, at(29, 12), iso(at(29, 2, 31)))).toBe(at(30, 2, 30))
  expect(nextDue(time, at(29, 2), iso(at(28, 2, 31)))).toBe(at(29, 2, 30))
})

test('without one, or after a night that was slept through, it is due now', () => {
  expect(nextDue(time, at(29, 12), undefined)).toBe(at(29, 12))
  expect(nextDue(time, at(29, 12), iso(at(28, 2, 31)))).toBe(at(29, 12))
})
