import type { Expression } from '@pipewright/schemas'

/** Operators that read the clock, as the expression language marks them `volatile`. */
export const clockOperators: ReadonlySet<string> = new Set([
  'today',
  'now',
  'beforeToday',
  'inLastDays',
  'inNextDays',
  'thisWeek',
  'thisMonth',
  'thisQuarter',
  'thisYear',
  'age',
  'isToday',
  'afterToday',
  'lastWeek',
  'nextWeek',
  'lastMonth',
  'nextMonth',
  'lastQuarter',
  'nextQuarter',
  'lastYear',
  'nextYear',
])
const clockVariables = new Set(['$today', '$now'])

/** Whether the value of an expression changes by the mere passing of time, so that it cannot be stored. */
export function mentionsClock(expression: Expression): boolean {
  if (Array.isArray(expression)) return expression.some(mentionsClock)
  if (expression === null || typeof expression !== 'object') return false
  return Object.entries(expression).some(([operator, argument]) => {
    if (clockOperators.has(operator)) return true
    const name = Array.isArray(argument) ? argument[0] : argument
    if (operator === 'var') return typeof name === 'string' && clockVariables.has(name)
    return mentionsClock(argument)
  })
}
