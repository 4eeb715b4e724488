import { afterToday } from './after-today.ts'
import { age } from './age.ts'
import { beforeToday } from './before-today.ts'
import { coversDay } from './covers-day.ts'
import { date } from './date.ts'
import { dateAdd } from './date-add.ts'
import { dateDiff } from './date-diff.ts'
import { dateValue } from './date-value.ts'
import { datedif } from './datedif.ts'
import { datetime } from './datetime.ts'
import { day } from './day.ts'
import { dayOfYear } from './day-of-year.ts'
import { days } from './days.ts'
import { daysInMonth } from './days-in-month.ts'
import { edate } from './edate.ts'
import { endOfQuarter } from './end-of-quarter.ts'
import { endOfWeek } from './end-of-week.ts'
import { endOfYear } from './end-of-year.ts'
import { eomonth } from './eomonth.ts'
import { hour } from './hour.ts'
import { inLast } from './in-last.ts'
import { inLastDays } from './in-last-days.ts'
import { inLastWhole } from './in-last-whole.ts'
import { inNext } from './in-next.ts'
import { inNextDays } from './in-next-days.ts'
import { inNextWhole } from './in-next-whole.ts'
import { isToday } from './is-today.ts'
import { isWeekend } from './is-weekend.ts'
import { isWorkday } from './is-workday.ts'
import { isoWeek } from './iso-week.ts'
import { lastMonth } from './last-month.ts'
import { lastQuarter } from './last-quarter.ts'
import { lastWeek } from './last-week.ts'
import { thisFiscalYear } from './this-fiscal-year.ts'
import { lastFiscalYear } from './last-fiscal-year.ts'
import { nextFiscalYear } from './next-fiscal-year.ts'
import { thisFiscalQuarter } from './this-fiscal-quarter.ts'
import { lastFiscalQuarter } from './last-fiscal-quarter.ts'
import { nextFiscalQuarter } from './next-fiscal-quarter.ts'
import { fiscalYearToDate } from './fiscal-year-to-date.ts'
import { lastYear } from './last-year.ts'
import { minute } from './minute.ts'
import { month } from './month.ts'
import { monthToDate } from './month-to-date.ts'
import { networkdays } from './networkdays.ts'
import { nextMonth } from './next-month.ts'
import { nextQuarter } from './next-quarter.ts'
import { nextWeek } from './next-week.ts'
import { nextYear } from './next-year.ts'
import { now } from './now.ts'
import { overlapsDays } from './overlaps-days.ts'
import { quarter } from './quarter.ts'
import { quarterToDate } from './quarter-to-date.ts'
import { second } from './second.ts'
import { startOfMonth } from './start-of-month.ts'
import { startOfQuarter } from './start-of-quarter.ts'
import { startOfWeek } from './start-of-week.ts'
import { startOfYear } from './start-of-year.ts'
import { thisMonth } from './this-month.ts'
import { thisQuarter } from './this-quarter.ts'
import { thisWeek } from './this-week.ts'
import { thisYear } from './this-year.ts'
import { today } from './today.ts'
import { weekNumber } from './week-number.ts'
import { weekToDate } from './week-to-date.ts'
import { weekday } from './weekday.ts'
import { workday } from './workday.ts'
import { year } from './year.ts'
import { yearFraction } from './year-fraction.ts'
import { yearToDate } from './year-to-date.ts'
import { dateRange } from './date-range.ts'
import type { Operation } from '../../operation.ts'

export const dateOperations = {
  dateRange,
  afterToday,
  age,
  beforeToday,
  coversDay,
  date,
  dateAdd,
  dateDiff,
  dateValue,
  datedif,
  datetime,
  day,
  dayOfYear,
  days,
  daysInMonth,
  edate,
  endOfQuarter,
  endOfWeek,
  endOfYear,
  eomonth,
  hour,
  inLast,
  inLastDays,
  inLastWhole,
  inNext,
  inNextDays,
  inNextWhole,
  isToday,
  isWeekend,
  isWorkday,
  isoWeek,
  lastMonth,
  lastQuarter,
  lastWeek,
  thisFiscalYear,
  lastFiscalYear,
  nextFiscalYear,
  thisFiscalQuarter,
  lastFiscalQuarter,
  nextFiscalQuarter,
  fiscalYearToDate,
  lastYear,
  minute,
  month,
  monthToDate,
  networkdays,
  nextMonth,
  nextQuarter,
  nextWeek,
  nextYear,
  now,
  overlapsDays,
  quarter,
  quarterToDate,
  second,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
  thisMonth,
  thisQuarter,
  thisWeek,
  thisYear,
  today,
  weekNumber,
  weekToDate,
  weekday,
  workday,
  year,
  yearFraction,
  yearToDate,
} satisfies Record<string, Operation>
