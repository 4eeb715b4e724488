import { expect, test } from 'vitest'
import { addMonths, dayIn, formatDate, parseDate, parseInstant, startOfDay } from './calendar.ts'
import { instantAt, isZone, wallClock } from './zone.ts'

test.each(['2026-02-29', '2026-13-01', '2026-1-1', '0000-01-01', '', '2026-01-31T00:00:00Z'])(
  '%j is no date',
  (text) => {
    expect(parseDate(text)).toBeNull()
  },
)

test.each(['2026-02-29T00:00:00Z', '2026-01-01T24:00:00Z', '2026-01-01T00:00:00', '2026-01-01'])(
  '%j is no instant',
  (text) => {
    expect(parseInstant(text)).toBeNull()
  },
)

test('months keep the day or take the last one', () => {
  const move = (text: string, months: number) => formatDate(addMonths(parseDate(text) ?? 0, months))
  expect(move('2024-01-31', 1)).toBe('2024-02-29')
  expect(move('2024-03-31', -13)).toBe('2023-02-28')
})

test('an instant falls on the day of the zone', () => {
  expect(formatDate(dayIn('Asia/Shanghai', '2026-11-20T16:00:00Z') ?? 0)).toBe('2026-11-21')
  expect(formatDate(dayIn('America/New_York', '2026-11-21T04:59:59Z') ?? 0)).toBe('2026-11-20')
})

test('skipped and doubled hours are read as PostgreSQL reads them', () => {
  const at = (wall: string) => new Date(instantAt('America/New_York', Date.parse(`${wall}Z`))).toISOString()
  expect(at('2026-03-08T02:30:00')).toBe('2026-03-08T07:30:00.000Z')
  expect(at('2026-11-01T01:30:00')).toBe('2026-11-01T06:30:00.000Z')
})

test('a day begins at the first midnight where it has two', () => {
  const midnight = startOfDay('America/Havana', parseDate('2026-11-01') ?? 0)
  expect(new Date(midnight).toISOString()).toBe('2026-11-01T04:00:00.000Z')
  expect(new Date(wallClock('America/Havana', midnight)).toISOString()).toBe('2026-11-01T00:00:00.000Z')
})

test('only zones the runtime knows are zones', () => {
  expect([isZone('Asia/Shanghai'), isZone("x'; drop"), isZone('Mars/Olympus')]).toEqual([true, false, false])
})
