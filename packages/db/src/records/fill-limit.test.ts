import { expect, test } from 'vitest'
import { firstDayOf } from './fill-limit.ts'

test.each([
  ['ever', '2026-11-25', 1, null],
  ['day', '2026-11-25', 1, '2026-11-25'],
  ['week', '2026-11-25', 1, '2026-11-23'],
  ['week', '2026-11-23', 1, '2026-11-23'],
  ['week', '2026-11-22', 1, '2026-11-16'],
  ['week', '2026-11-22', 7, '2026-11-22'],
  ['week', '2026-03-01', 1, '2026-02-23'],
  ['month', '2026-11-25', 1, '2026-11-01'],
] as const)('the stretch "%s" of %s, weeks from day %i, begins on %s', (per, today, weekStart, first) => {
  expect(firstDayOf(per, today, weekStart)).toBe(first)
})
