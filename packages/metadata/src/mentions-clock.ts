import type { Expression } from '@pipewright/schemas'
import { everyWindow } from './field-types/window-operators.ts'

/** Operators that read the clock, as the expression language marks them `volatile`. */
export const clockOperators: ReadonlySet<string> = new Set([
  'today',
  'now',
  'age',
  'inLastDays',
  'inNextDays',
  ...everyWindow,
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
