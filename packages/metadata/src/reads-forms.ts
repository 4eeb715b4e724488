import type { Expression } from '@pipewright/schemas'

/** Whether an expression looks through the records of a form, so that its value changes when any of those does. */
export function readsForms(expression: Expression): boolean {
  if (Array.isArray(expression)) return expression.some(readsForms)
  if (expression === null || typeof expression !== 'object') return false
  return Object.entries(expression).some(
    ([operator, argument]) => operator === 'column' || readsForms(argument),
  )
}
