import { expect, test } from 'vitest'
import { dueUntil, isQuiet } from './mail-due.ts'

const wish = { zone: 'Asia/Shanghai', quiet: null, digestAt: '08:00' }

test.each([
  ['now', '2026-11-27T01:20:00.000Z', '2026-11-27T01:20:00.000Z'],
  ['hour', '2026-11-27T01:20:00.000Z', '2026-11-27T01:00:00.000Z'],
  // 09:20 and 07:20 in Shanghai.
  ['day', '2026-11-27T01:20:00.000Z', '2026-11-27T00:00:00.000Z'],
  ['day', '2026-11-26T23:20:00.000Z', '2026-11-26T00:00:00.000Z'],
] as const)('by %s at %s goes out what happened until %s', (pace, now, until) => {
  expect(dueUntil(pace, wish, now)).toBe(until)
})

test.each([
  ['20:00', '08:00', '2026-11-27T13:00:00.000Z', true],
  ['20:00', '08:00', '2026-11-27T23:59:00.000Z', true],
  ['20:00', '08:00', '2026-11-27T00:00:00.000Z', false],
  ['12:00', '14:00', '2026-11-27T05:30:00.000Z', true],
  ['12:00', '14:00', '2026-11-27T06:00:00.000Z', false],
])('from %s to %s it is quiet at %s: %s', (from, to, now, quiet) => {
  expect(isQuiet({ ...wish, quiet: { from, to } }, now)).toBe(quiet)
})
