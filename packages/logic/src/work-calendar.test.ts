import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDate, isoWeekday, parseDate, partsOf } from './calendar.ts'
import { evaluate } from './evaluate.ts'
import type { WorkCalendar } from './operation.ts'
import { ANY_SCOPE } from './analyse.ts'
import type { Expression } from './expression.ts'
import { workingDayAfter, workingDayFrom } from './work-days.ts'

const holds = (operation: string, day: string, today: string, calendar?: WorkCalendar): unknown => {
  const context = { now: `${today}T08:00:00.000Z`, today, zone: 'UTC', ...(calendar && { calendar }) }
  return evaluate({ [operation]: [day] }, {}, context, ANY_SCOPE)
}

test.each([
  // 2027-01-01 is a Friday.
  ['thisWeek', '2026-12-28', 1, 1, true],
  ['thisWeek', '2027-01-03', 1, 1, true],
  ['thisWeek', '2027-01-04', 1, 1, false],
  ['thisWeek', '2026-12-27', 7, 1, true],
  ['thisWeek', '2026-12-26', 7, 1, false],
  ['thisWeek', '2027-01-02', 7, 1, true],
  ['thisWeek', '2027-01-03', 7, 1, false],
  ['nextWeek', '2027-01-03', 7, 1, true],
  ['lastWeek', '2026-12-26', 7, 1, true],
  ['weekToDate', '2026-12-27', 7, 1, true],
  ['thisWeek', '2026-12-26', 6, 1, true],
  ['thisFiscalYear', '2026-04-01', 1, 4, true],
  ['thisFiscalYear', '2026-03-31', 1, 4, false],
  ['thisFiscalYear', '2027-03-31', 1, 4, true],
  ['nextFiscalYear', '2027-04-01', 1, 4, true],
  ['lastFiscalYear', '2026-03-31', 1, 4, true],
  ['fiscalYearToDate', '2027-01-02', 1, 4, false],
  ['thisFiscalQuarter', '2026-12-31', 1, 4, false],
  ['thisFiscalQuarter', '2026-11-01', 1, 2, true],
  ['thisFiscalQuarter', '2027-01-31', 1, 2, true],
  ['lastFiscalQuarter', '2026-10-31', 1, 2, true],
  ['thisQuarter', '2026-12-31', 7, 2, false],
  ['thisYear', '2026-12-31', 7, 4, false],
])('%s holds for %s on new year where weeks begin on day %i and years in month %i: %s', (...given) => {
  const [operation, day, weekStart, fiscalMonth, expected] = given
  expect(holds(operation, day, '2027-01-01', { weekStart, fiscalMonth })).toBe(expected)
})

test('without a calendar weeks begin on Monday and fiscal years in January', () => {
  expect(holds('thisWeek', '2026-12-27', '2027-01-01')).toBe(false)
  expect(holds('thisFiscalYear', '2026-12-31', '2027-01-01')).toBe(false)
})

const day = fc.integer({ min: parseDate('1999-12-01') ?? 0, max: parseDate('2033-03-01') ?? 0 })
const calendars = fc.record({
  weekStart: fc.integer({ min: 1, max: 7 }),
  fiscalMonth: fc.integer({ min: 1, max: 12 }),
})

test('every day lies in one week and one fiscal year, which begin where the calendar says', () => {
  fc.assert(
    fc.property(day, calendars, (today, calendar) => {
      const on = (operation: string, other: number) =>
        holds(operation, String(formatDate(other)), String(formatDate(today)), calendar) === true
      const back = (isWithin: (other: number) => boolean): number => {
        let first = today
        while (isWithin(first - 1)) first -= 1
        return first
      }
      const week = back((other) => on('thisWeek', other))
      expect(isoWeekday(week)).toBe(calendar.weekStart)
      expect([on('thisWeek', week + 6), on('thisWeek', week + 7)]).toEqual([true, false])
      expect([on('lastWeek', week - 1), on('nextWeek', week + 7)]).toEqual([true, true])
      const year = back((other) => on('thisFiscalYear', other))
      expect(partsOf(year)).toMatchObject({ month: calendar.fiscalMonth, day: 1 })
      expect([on('lastFiscalYear', year - 1), on('fiscalYearToDate', year)]).toEqual([true, true])
      const quarter = back((other) => on('thisFiscalQuarter', other))
      expect(partsOf(quarter).day).toBe(1)
      expect((partsOf(quarter).month - calendar.fiscalMonth + 12) % 3).toBe(0)
      expect(on('lastFiscalQuarter', quarter - 1)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

/** The first days of October 2026 in China: a week off, and the weekend days that are worked for it. */
const october: WorkCalendar = {
  weekStart: 1,
  fiscalMonth: 1,
  special: [
    ...['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map((each) => ({
      day: each,
      name: 'National Day',
      works: false,
    })),
    { day: '2026-10-10', name: 'Make-up day', works: true },
  ],
}
const counted = (expression: Expression, calendar: WorkCalendar) =>
  String(
    evaluate(
      expression,
      {},
      { now: '2026-09-01T08:00:00.000Z', today: '2026-09-01', zone: 'UTC', calendar },
      ANY_SCOPE,
    ),
  )

test.each([
  [{ networkdays: ['2026-09-28', '2026-10-11'] }, '6'],
  [{ networkdays: ['2026-10-11', '2026-09-28'] }, '-6'],
  [{ networkdays: ['2026-09-28', '2026-10-11', ['2026-10-10']] }, '5'],
  [{ workday: ['2026-09-30', 3] }, '2026-10-10'],
  [{ workday: ['2026-10-12', -3] }, '2026-10-08'],
  [{ isWorkday: ['2026-10-10'] }, 'true'],
  [{ isWorkday: ['2026-10-01'] }, 'false'],
] as const)('%j counts by the days that the workspace works: %s', (expression, expected) => {
  expect(counted(expression as unknown as Expression, october)).toBe(expected)
})

test('working days are those of the week that the workspace works', () => {
  const sundays = { weekStart: 7, fiscalMonth: 1, workdays: [7, 1, 2, 3, 4] }
  expect(counted({ networkdays: ['2026-11-23', '2026-11-29'] }, sundays)).toBe('5')
  expect(counted({ workday: ['2026-11-26', 1] }, sundays)).toBe('2026-11-29')
})

test('a day, or the first working day after it, and the one some working days on', () => {
  expect(['2026-10-01', '2026-10-08', '2026-10-10'].map((each) => workingDayFrom(each, october))).toEqual([
    '2026-10-08',
    '2026-10-08',
    '2026-10-10',
  ])
  expect(workingDayAfter('2026-10-12', -1, october)).toBe('2026-10-10')
  expect(workingDayAfter('2026-10-09', 1, undefined)).toBe('2026-10-12')
})
