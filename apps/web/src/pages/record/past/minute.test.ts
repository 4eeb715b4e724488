import { expect, test } from 'vitest'
import { endOfMinute, minuteOf } from './minute.ts'

test('a minute is that of the clock of the member, up to its end', () => {
  const instant = Date.parse('2026-11-29T18:30:59.200Z')
  expect(minuteOf(instant, 'Asia/Shanghai')).toBe('2026-11-30T02:30')
  expect(endOfMinute('2026-11-30T02:30', 'Asia/Shanghai')).toBe('2026-11-29T18:30:59.999Z')
  expect(endOfMinute('2026-11-29T13:30', 'America/New_York')).toBe('2026-11-29T18:30:59.999Z')
})

test.each([
  ['that is skipped is read with the offset before it', '2026-03-08T02:30', '2026-03-08T07:30:59.999Z'],
  ['that comes twice is the later one', '2026-11-01T01:30', '2026-11-01T06:30:59.999Z'],
  ['that is emptied is none', '', null],
])('a minute %s', (_, minute, instant) => {
  expect(endOfMinute(minute, 'America/New_York')).toBe(instant)
})
