import fc from 'fast-check'
import type { dateOperations } from '../../operations/date/index.ts'
import { date, dateTime, flag, number } from './use.ts'
import type { UsesOf } from './use.ts'
import { finerUnit, smallNumber, someUnit } from './values.ts'

const part = number(
  (t) => [t.date],
  (t) => [t.dateTime],
)
const window = flag(
  (t) => [t.date],
  (t) => [t.dateTime],
)
const days = fc.integer({ min: 0, max: 3000 })
const stretch = flag(
  (t) => [t.date, days],
  (t) => [t.dateTime, days],
)

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
  thisWeek: window,
  thisMonth: window,
  thisQuarter: window,
  thisYear: window,
  beforeToday: window,
}
