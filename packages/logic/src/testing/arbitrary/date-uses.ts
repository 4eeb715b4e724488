import fc from 'fast-check'
import type { dateOperations } from '../../operations/date/index.ts'
import { date, dateTime, flag, number, text } from './use.ts'
import type { UsesOf } from './use.ts'
import { finerUnit, smallNumber, someDate, someUnit } from './values.ts'

const part = number(
  (t) => [t.date],
  (t) => [t.dateTime],
)
const window = flag(
  (t) => [t.date],
  (t) => [t.dateTime],
)
const count = fc.integer({ min: 0, max: 3000 })
const stretch = flag(
  (t) => [t.date, count],
  (t) => [t.dateTime, count],
)
const units = fc.constantFrom('day', 'week', 'month', 'quarter', 'year')
const units100 = fc.integer({ min: 1, max: 100 })
const counted = flag(
  (t) => [t.date, units100, units],
  (t) => [t.dateTime, units100, units],
)
const clock = number((t) => [t.dateTime])
const bound = date(
  (t) => [t.date],
  (t) => [t.dateTime],
)
const months = fc.oneof(smallNumber, fc.integer({ min: -60_000, max: 60_000 }))
const intervals = fc.constantFrom('Y', 'M', 'D', 'YM', 'MD', 'YD')
const basis = fc.constantFrom(2, 3, 4)
const holidays = fc.array(someDate, { maxLength: 3 })
const near = fc.integer({ min: -40, max: 40 }).map((offset) => ({ dateAdd: [{ var: 'due' }, offset, 'day'] }))

export const dateUses: UsesOf<typeof dateOperations> = {
  today: date(() => []),
  now: dateTime(() => []),
  date: date(
    (t) => [t.number, t.number, t.number],
    () => [fc.integer({ min: 1, max: 9999 }), smallNumber, fc.integer({ min: -40, max: 400 })],
    (t) => [t.dateTime],
  ),
  year: part,
  month: part,
  day: part,
  weekday: part,
  dateAdd: [
    ...date((t) => [
      t.date,
      fc.oneof(fc.integer({ min: -99_999, max: 99_999 }), smallNumber, t.number),
      someUnit,
    ]),
    ...dateTime((t) => [
      t.dateTime,
      fc.oneof(smallNumber, fc.integer({ min: -999, max: 999 }), t.number),
      finerUnit,
    ]),
  ],
  dateDiff: number(
    (t) => [t.date, t.date, someUnit],
    (t) => [t.dateTime, t.dateTime, finerUnit],
  ),
  inLastDays: stretch,
  inNextDays: stretch,
  inLast: counted,
  inNext: counted,
  inLastWhole: counted,
  inNextWhole: counted,
  weekToDate: window,
  monthToDate: window,
  thisFiscalYear: window,
  lastFiscalYear: window,
  nextFiscalYear: window,
  thisFiscalQuarter: window,
  lastFiscalQuarter: window,
  nextFiscalQuarter: window,
  fiscalYearToDate: window,
  quarterToDate: window,
  yearToDate: window,
  dateRange: text((t) => [t.date, t.date]),
  coversDay: flag((t) => [t.date, t.date, t.date]),
  overlapsDays: flag((t) => [t.date, t.date, t.date, t.date]),
  thisWeek: window,
  thisMonth: window,
  thisQuarter: window,
  thisYear: window,
  beforeToday: window,
  isToday: window,
  afterToday: window,
  lastWeek: window,
  nextWeek: window,
  lastMonth: window,
  nextMonth: window,
  lastQuarter: window,
  nextQuarter: window,
  lastYear: window,
  nextYear: window,
  isWeekend: window,
  hour: clock,
  minute: clock,
  second: clock,
  quarter: part,
  isoWeek: part,
  weekNumber: part,
  dayOfYear: part,
  daysInMonth: part,
  startOfWeek: bound,
  startOfMonth: bound,
  startOfQuarter: bound,
  startOfYear: bound,
  endOfWeek: bound,
  endOfQuarter: bound,
  endOfYear: bound,
  edate: date(
    (t) => [t.date, fc.oneof(months, t.number)],
    (t) => [t.dateTime, months],
  ),
  eomonth: date(
    (t) => [t.date],
    (t) => [t.dateTime, months],
  ),
  days: number(
    (t) => [t.date, t.date],
    (t) => [t.dateTime, t.date],
  ),
  datedif: number(
    (t) => [t.date, t.date, intervals],
    (t) => [t.dateTime, t.dateTime, intervals],
  ),
  age: part,
  yearFraction: number(
    (t) => [t.date, t.date],
    (t) => [t.date, t.dateTime, basis],
  ),
  datetime: dateTime(
    (t) => [t.date, fc.integer({ min: -1, max: 24 }), fc.integer({ min: 0, max: 60 })],
    (t) => [t.date, t.number],
    () => [
      fc
        .constantFrom('2026-03-29', '2026-10-25', '2026-11-01')
        .map((day) => ({ if: [{ var: 'open' }, day, { var: 'due' }] })),
      fc.integer({ min: 0, max: 3 }),
      fc.constant(30),
    ],
  ),
  dateValue: date(
    (t) => [t.text],
    () => [
      fc
        .constantFrom('2026-02-29', '2024/2/29', '2026.1.31', '2026年1月31日', '0000-01-01', '2026-13-01')
        .map((day) => ({ if: [{ var: 'open' }, day, { var: 'name' }] })),
    ],
  ),
  isWorkday: flag(
    (t) => [t.date],
    (t) => [t.dateTime, holidays],
    (t) => [t.date, t.days, holidays],
  ),
  networkdays: number(
    (t) => [t.date, t.date],
    () => [near, near, holidays],
    (t) => [t.date, t.dateTime, t.days, holidays],
  ),
  workday: date(
    (t) => [t.date, fc.integer({ min: -30, max: 30 })],
    (t) => [t.date, t.number, holidays],
    () => [near, smallNumber, fc.constant({ var: 'lines.day' }), holidays],
  ),
}
