/** Comparisons of a day with the clock, as filters offer them: how they are grouped and what they need beside the field. */
export const windowOperators = {
  /** Against today. */
  today: ['isToday', 'beforeToday', 'afterToday'],
  /** A stretch of the calendar: the current one, the one before and the one after. */
  calendar: [
    'thisWeek',
    'lastWeek',
    'nextWeek',
    'thisMonth',
    'lastMonth',
    'nextMonth',
    'thisQuarter',
    'lastQuarter',
    'nextQuarter',
    'thisYear',
    'lastYear',
    'nextYear',
    'thisFiscalQuarter',
    'lastFiscalQuarter',
    'nextFiscalQuarter',
    'thisFiscalYear',
    'lastFiscalYear',
    'nextFiscalYear',
  ],
  /** From the start of the current stretch up to today. */
  toDate: ['weekToDate', 'monthToDate', 'quarterToDate', 'yearToDate', 'fiscalYearToDate'],
  /** A number of units is given beside it: `[field, 3, "month"]`. */
  counted: ['inLast', 'inNext', 'inLastWhole', 'inNextWhole'],
} as const

export type WindowOperator = (typeof windowOperators)[keyof typeof windowOperators][number]

export const everyWindow: readonly WindowOperator[] = Object.values(windowOperators).flat()
