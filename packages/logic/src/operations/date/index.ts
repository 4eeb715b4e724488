import { beforeToday } from './before-today.ts'
import { date } from './date.ts'
import { dateAdd } from './date-add.ts'
import { dateDiff } from './date-diff.ts'
import { day } from './day.ts'
import { inLastDays } from './in-last-days.ts'
import { inNextDays } from './in-next-days.ts'
import { month } from './month.ts'
import { now } from './now.ts'
import { thisMonth } from './this-month.ts'
import { thisQuarter } from './this-quarter.ts'
import { thisWeek } from './this-week.ts'
import { thisYear } from './this-year.ts'
import { today } from './today.ts'
import { weekday } from './weekday.ts'
import { year } from './year.ts'
import type { Operation } from '../../operation.ts'

export const dateOperations = {
  beforeToday,
  date,
  dateAdd,
  dateDiff,
  day,
  inLastDays,
  inNextDays,
  month,
  now,
  thisMonth,
  thisQuarter,
  thisWeek,
  thisYear,
  today,
  weekday,
  year,
} satisfies Record<string, Operation>
