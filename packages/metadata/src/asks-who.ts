import type { Expression } from '@pipewright/schemas'

/** Operators whose answer depends on who asks, as the expression language marks them. */
export const askerOperators: ReadonlySet<string> = new Set(['isMe', 'hasRole', 'inDepartment'])
const askerVariables = new Set(['$me', '$department', '$team', '$departments'])

/** Whether the value of an expression is another for each reader, so that it cannot be stored. */
export function asksWho(expression: Expression): boolean {
  if (Array.isArray(expression)) return expression.some(asksWho)
  if (expression === null || typeof expression !== 'object') return false
  return Object.entries(expression).some(([operator, argument]) => {
    if (askerOperators.has(operator)) return true
    const name = Array.isArray(argument) ? argument[0] : argument
    if (operator === 'var') return typeof name === 'string' && askerVariables.has(name)
    return asksWho(argument)
  })
}
