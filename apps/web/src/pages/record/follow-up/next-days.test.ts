import { expect, test } from 'vitest'
import { nextDay, nextWays } from './next-days.ts'

test.each([
  ['2026-11-25', false, ['2026-11-26', '2026-11-28', '2026-12-02', '2026-12-25']],
  ['2026-11-25', true, ['2026-11-26', '2026-11-30', '2026-12-02', '2026-12-25']],
  ['2026-11-27', true, ['2026-11-30', '2026-11-30', '2026-12-04', '2026-12-28']],
  ['2027-01-31', false, ['2027-02-01', '2027-02-03', '2027-02-07', '2027-02-28']],
  ['2027-12-31', true, ['2028-01-03', '2028-01-03', '2028-01-07', '2028-01-31']],
])('from %s, on working days alone: %s', (today, workingDays, days) => {
  expect(nextWays.map((way) => nextDay(way, today, workingDays))).toEqual(days)
})
