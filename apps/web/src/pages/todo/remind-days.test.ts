import { expect, test } from 'vitest'
import { remindDays } from './remind-days.ts'

const calendar = {
  weekStart: 1,
  fiscalMonth: 1,
  special: [{ day: '2026-11-20', works: false, name: 'off' }],
}

test.each([
  ['2026-11-18', ['2026-11-19', '2026-11-24', '2026-11-23']],
  ['2026-11-22', ['2026-11-23', '2026-11-25', '2026-11-23']],
  ['2026-11-23', ['2026-11-24', '2026-11-26', '2026-11-30']],
])('from %s', (today, days) => {
  const { tomorrow, workdays, week } = remindDays
  expect([tomorrow(today), workdays(today, calendar), week(today)]).toEqual(days)
})
