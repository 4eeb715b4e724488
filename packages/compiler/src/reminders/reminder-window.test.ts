import { formatDate, parseDate, workingDayAfter, type WorkCalendar } from '@pipewright/logic'
import type { Reminder } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { reminderWindow } from './reminder-window.ts'

const reminder = (change: Partial<Reminder>): Reminder => ({
  key: 'due',
  label: { en: 'Due' },
  field: 'due',
  tell: [{ type: 'owner' }],
  text: { en: 'Due' },
  ...change,
})

/** Wednesday to Friday are off, and the Saturday after them is worked. */
const calendar: WorkCalendar = {
  weekStart: 1,
  fiscalMonth: 1,
  special: [
    { day: '2026-11-18', works: false, name: '' },
    { day: '2026-11-19', works: false, name: '' },
    { day: '2026-11-20', works: false, name: '' },
    { day: '2026-11-21', works: true, name: '' },
  ],
}

const offset = (count: number, unit: 'days' | 'workdays', side: 'before' | 'after') => ({ count, unit, side })
const clock = (day: string, since: string) => ({ day, since, calendar })
const next = (day: string, days = 1): string => formatDate((parseDate(day) ?? 0) + days) ?? ''

test.each([
  ['on the day itself', {}, '2026-11-17', '2026-11-17'],
  ['after a date', { offset: offset(2, 'days', 'after') }, '2026-11-15', '2026-11-15'],
  // What lies nearer to its date is told of until the date.
  ['before a date', { offset: offset(3, 'days', 'before') }, '2026-11-17', '2026-11-20'],
  // Three working days before Monday the 23rd is that Tuesday as well as for the Saturday and Sunday before it.
  ['in working days', { offset: offset(2, 'workdays', 'before') }, '2026-11-17', '2026-11-23'],
] as const)('%s', (_name, change, from, to) => {
  expect(reminderWindow(reminder(change), clock('2026-11-17', '2026-11-16'))).toEqual({
    from,
    to,
    again: null,
  })
})

test('days that went by untold are told late', () => {
  const { from, to } = reminderWindow(reminder({}), clock('2026-11-17', '2026-11-12'))
  expect([from, to]).toEqual(['2026-11-13', '2026-11-17'])
})

test('what is told again and again goes as far back as it is still told', () => {
  const after = { offset: offset(1, 'days', 'after') }
  const thrice = reminder({ ...after, repeat: { count: 1, unit: 'weeks', times: 3 } })
  expect(reminderWindow(thrice, clock('2026-11-17', '2026-11-16'))).toEqual({
    from: '2026-11-02',
    to: '2026-11-16',
    again: { until: '2026-11-10', times: 3 },
  })
  const endless = reminder({ ...after, repeat: { count: 2, unit: 'workdays' } })
  expect(reminderWindow(endless, clock('2026-11-17', '2026-11-16'))).toEqual({
    from: null,
    to: '2026-11-16',
    again: { until: '2026-11-15', times: null },
  })
})

test.each([1, 2, 5, 20])('each date falls due on its day alone: %i working days after', (count) => {
  const rule = reminder({ offset: offset(count, 'workdays', 'after') })
  for (let day = '2026-11-01'; day < '2026-12-20'; day = next(day)) {
    const { from, to } = reminderWindow(rule, clock(day, next(day, -1)))
    for (let base = '2026-09-20'; base < '2026-12-24'; base = next(base)) {
      const isDue = workingDayAfter(base, count, calendar) === day
      expect(base >= (from ?? '') && base <= to, `${base} on ${day}`).toBe(isDue)
    }
  }
})
