import { expect, test } from 'vitest'
import { fillPlaceholder } from './placeholders.ts'

test.each([
  ['{today}', 'Asia/Shanghai', '2026-11-22'],
  ['{today}', 'America/New_York', '2026-11-21'],
  ['{today-12}', 'UTC', '2026-11-09'],
  ['{today+20}', 'UTC', '2026-12-11'],
  ['{today-1 09:15}', 'Asia/Shanghai', '2026-11-21T01:15:00.000Z'],
  ['{today-200 09:15}', 'Europe/London', '2026-05-05T08:15:00.000Z'],
  ['{today-460 00:30}', 'America/New_York', '2025-08-18T04:30:00.000Z'],
  ['Meet {today}', 'UTC', 'Meet {today}'],
  ['2026-01-01', 'UTC', '2026-01-01'],
])('%s in %s is %s', (cell, zone, text) => {
  expect(fillPlaceholder(cell, { now: '2026-11-21T22:00:00.000Z', zone })).toBe(text)
})
