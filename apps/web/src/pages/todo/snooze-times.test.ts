import { expect, test } from 'vitest'
import { morningOf, snoozeTimes } from './snooze-times.ts'

test('things come back in the morning of the member, whatever day it is elsewhere', () => {
  // Sunday evening in New York, Monday in Shanghai.
  const now = Date.parse('2026-11-30T01:00:00Z')
  expect(snoozeTimes.later(now)).toBe('2026-11-30T04:00:00.000Z')
  expect(snoozeTimes.tomorrow(now, 'America/New_York')).toBe('2026-11-30T14:00:00.000Z')
  expect(snoozeTimes.tomorrow(now, 'Asia/Shanghai')).toBe('2026-12-01T01:00:00.000Z')
  expect(snoozeTimes.week(now, 'America/New_York')).toBe('2026-11-30T14:00:00.000Z')
  expect(snoozeTimes.week(now, 'Asia/Shanghai')).toBe('2026-12-07T01:00:00.000Z')
  expect(morningOf('2026-07-01', 'Europe/London')).toBe('2026-07-01T08:00:00.000Z')
})
