import { expect, test } from 'vitest'
import { spanOf, valuesOfSpan, type RecordSpan } from '../moments/record-span.ts'
import { aRecord } from '../testing/render-app.tsx'
import { timeBands, weekendBands } from './time-bands.ts'
import { barOf, minutesOf, placeOfTime, shiftSpan, timeAt, timeScale } from './time-scale.ts'
import { periodAfter, startOfPeriod, timelineSpans, timelineWindow } from './timeline-span.ts'

const april = { weekStart: 7, fiscalMonth: 4 }
const days = (start: string, end: string | null): RecordSpan => ({ start, end, allDay: true })
const month = timeScale('month', timelineWindow('month', '2026-11-21'))

test.each([
  ['day', undefined, '2026-11-21'],
  ['week', undefined, '2026-11-16'],
  ['week', april, '2026-11-15'],
  ['month', undefined, '2026-11-01'],
  ['quarter', undefined, '2026-10-01'],
  ['quarter', { weekStart: 1, fiscalMonth: 2 }, '2026-11-01'],
  ['year', undefined, '2026-01-01'],
  ['year', april, '2026-04-01'],
] as const)('the %s of a day begins where the workspace says', (span, calendar, first) => {
  expect(startOfPeriod(span, '2026-11-21', calendar)).toBe(first)
})

test('a fiscal year that begins in April holds January of the next year', () => {
  expect(startOfPeriod('year', '2027-01-31', april)).toBe('2026-04-01')
  expect(periodAfter('quarter', '2027-01-31', 1, april)).toBe('2027-04-01')
})

test.each(timelineSpans)('the pieces of the head of a %s lie side by side without a gap', (span) => {
  const scale = timeScale(span, timelineWindow(span, '2028-02-29', april))
  for (const unit of ['day', 'week', 'month', 'quarter', 'year'] as const) {
    const bands = timeBands(scale, unit, april)
    let right = 0
    for (const { left, width } of bands) {
      expect(left).toBeCloseTo(right)
      right = left + width
    }
    expect(right).toBeCloseTo(scale.width)
  }
})

test('a window holds the period and one on either side, whatever the length of months', () => {
  expect(timelineWindow('month', '2026-03-31')).toEqual({ from: '2026-02-01', until: '2026-05-01' })
  expect(timelineWindow('quarter', '2026-11-30')).toEqual({ from: '2026-07-01', until: '2027-04-01' })
  expect(timeScale('month', timelineWindow('month', '2026-03-31')).width).toBe((28 + 31 + 30) * 38)
})

test('the last day of a period is drawn whole, also at the end of a month', () => {
  const bar = barOf(month, days('2026-11-29', '2026-11-30'))
  expect(bar).toEqual({ left: 60 * 38 - 38, width: 2 * 38, cutStart: false, cutEnd: false })
  expect(barOf(month, days('2026-11-30', null))?.width).toBe(38)
})

test('a period is cut at the window, and one outside is not drawn', () => {
  expect(barOf(month, days('2026-01-01', '2027-12-31'))).toEqual({
    left: 0,
    width: month.width,
    cutStart: true,
    cutEnd: true,
  })
  expect(barOf(month, days('2026-09-01', '2026-09-30'))).toBeNull()
  expect(barOf(month, days('2027-01-01', null))).toBeNull()
})

test('days move by whole days and keep their length over the end of a year', () => {
  const span = days('2026-12-30', '2026-12-31')
  expect(shiftSpan(span, 'whole', minutesOf(month, 90, true))).toEqual(days('2027-01-01', '2027-01-02'))
  expect(minutesOf(month, 18, true)).toBe(0)
  expect(shiftSpan(span, 'end', 1440)).toEqual(days('2026-12-30', '2027-01-01'))
  expect(shiftSpan(span, 'start', 2 * 1440)).toBeNull()
  expect(shiftSpan(days('2026-12-30', null), 'end', 1440)).toEqual(days('2026-12-30', '2026-12-31'))
})

test('a day of the window is found at its place, and a moment to a quarter of an hour', () => {
  expect(timeAt(month, placeOfTime(month, '2026-11-21') + 5, true)).toBe('2026-11-21')
  const day = timeScale('day', timelineWindow('day', '2026-11-21'))
  expect(timeAt(day, placeOfTime(day, '2026-11-21T09:50:00'), false)).toBe('2026-11-21T09:45:00')
})

test('clocks that change move nothing on the screen: hours are those of the wall', () => {
  const fields = {
    start: { type: 'dateTime', key: 'from', label: {} },
    end: { type: 'dateTime', key: 'to', label: {} },
  } as const
  const zone = 'Europe/London'
  // On 2026-10-25 the clocks of London go back.
  const record = aRecord({}, { from: '2026-10-24T08:00:00.000Z', to: '2026-10-24T09:00:00.000Z' })
  const span = spanOf(record, fields, zone)
  expect(span).toEqual({ start: '2026-10-24T09:00:00', end: '2026-10-24T10:00:00', allDay: false })
  const moved = shiftSpan(span ?? days('', null), 'whole', 1440)
  expect(valuesOfSpan(fields, moved ?? days('', null), zone)).toEqual({
    from: '2026-10-25T09:00:00.000Z',
    to: '2026-10-25T10:00:00.000Z',
  })
  const scale = timeScale('week', timelineWindow('week', '2026-10-25'))
  expect(barOf(scale, moved ?? days('', null))?.width).toBeCloseTo(scale.dayWidth / 24, -1)
})

test('Saturdays and Sundays are shaded, except where a day is too narrow to be told apart', () => {
  expect(
    weekendBands(month)
      .map(({ at }) => at)
      .slice(0, 3),
  ).toEqual(['2026-10-03', '2026-10-04', '2026-10-10'])
  expect(weekendBands(timeScale('year', timelineWindow('year', '2026-11-21')))).toEqual([])
})
