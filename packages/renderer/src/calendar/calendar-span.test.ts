import { expect, test } from 'vitest'
import { calendarSpan, calendarWindow, stepped } from './calendar-span.ts'
import { nudged } from './nudged.ts'

test.each([
  ['month', 1, { from: '2026-10-26', until: '2026-12-07' }],
  ['month', 7, { from: '2026-11-01', until: '2026-12-13' }],
  ['week', 1, { from: '2026-11-16', until: '2026-11-23' }],
  ['day', 1, { from: '2026-11-21', until: '2026-11-22' }],
  ['agenda', 1, { from: '2026-11-01', until: '2026-12-01' }],
] as const)('a %s of weeks from day %i shows its days', (span, weekStart, shown) => {
  expect(calendarWindow(span, '2026-11-21', weekStart)).toEqual(shown)
})

test('a step from the last day of a month comes to the next month', () => {
  expect(stepped('month', '2027-01-31', 1)).toBe('2027-02-01')
  expect(stepped('week', '2027-01-01', -1)).toBe('2026-12-25')
})

test('a phone opens with the agenda until somebody wants something else', () => {
  const view = { key: 'v', form: 'f', label: {}, type: 'calendar', columns: ['a'], span: 'week' } as const
  const spans = [
    calendarSpan(null, { ...view, columns: ['a'] }, true),
    calendarSpan('month', { ...view, columns: ['a'] }, true),
  ]
  expect(spans).toEqual(['agenda', 'month'])
  expect(calendarSpan('quarter', { ...view, columns: ['a'] }, false)).toBe('week')
})

test('arrows with Alt move a period, with Shift its end and never before its beginning', () => {
  const span = { start: '2026-11-30', end: '2026-12-01', allDay: true }
  const press = (key: string, shiftKey: boolean) => ({ key, altKey: true, shiftKey })
  expect(nudged(press('ArrowRight', false), span, true)).toEqual({
    ...span,
    start: '2026-12-01',
    end: '2026-12-02',
  })
  expect(nudged(press('ArrowDown', true), span, true)).toEqual({ ...span, end: '2026-12-08' })
  expect(nudged(press('ArrowUp', true), span, true)).toBeNull()
  expect(nudged(press('ArrowDown', true), span, false)).toBeNull()
  expect(nudged({ ...press('ArrowRight', false), altKey: false }, span, true)).toBeNull()
})
