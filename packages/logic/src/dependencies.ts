import { isList, isOperation, operatorOf } from './expression.ts'
import type { Expression } from './expression.ts'
import { findOperation } from './operations/index.ts'

/** Visits every operation without recursion, so that any nesting is safe. */
function eachOperation(
  expression: Expression,
  visit: (name: string, args: readonly Expression[]) => void,
): void {
  const open: Expression[] = [expression]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isList(next)) open.push(...next.toReversed())
    else if (isOperation(next)) {
      const { name, args } = operatorOf(next)
      visit(name, args)
      open.push(...args.toReversed())
    }
  }
}

/** Every path the expression reads, once each, in order of appearance; `$today` and its like included. */
export function dependencies(expression: Expression): string[][] {
  const paths = new Map<string, string[]>()
  eachOperation(expression, (name, args) => {
    const path = args[0]
    if (name === 'var' && typeof path === 'string' && path !== '') paths.set(path, path.split('.'))
  })
  return [...paths.values()]
}

/** Whether a document, of whatever shape, holds an expression that follows the working days of the workspace. */
export function countsWorkdays(json: unknown): boolean {
  if (Array.isArray(json)) return json.some(countsWorkdays)
  if (json === null || typeof json !== 'object') return false
  return Object.entries(json).some(
    ([name, part]) =>
      (findOperation(name)?.countsWorkdays === true && Array.isArray(part)) || countsWorkdays(part),
  )
}

const asker = new Set(['$me', '$department', '$team', '$departments', '$roles'])

/** True when the answer changes by time alone, so that it cannot be stored. */
export function isVolatile(expression: Expression): boolean {
  let found = false
  eachOperation(expression, (name, args) => {
    const isClock = name === 'var' && (args[0] === '$today' || args[0] === '$now')
    found ||= isClock || findOperation(name)?.volatile === true
  })
  return found
}

/** What an expression depends on besides records and time: names of the context, such as `$me` and `$roles`. */
export function askedOf(expression: Expression): Set<string> {
  const found = new Set<string>()
  eachOperation(expression, (name, args) => {
    const asked = name === 'var' ? args[0] : findOperation(name)?.asksWho
    if (typeof asked === 'string' && asker.has(asked)) found.add(asked)
  })
  return found
}

/** A copy with every path replaced by what `rewrite` makes of it. The size must have been checked: this recurses. */
export function rewritePaths(
  expression: Expression,
  rewrite: (path: string[]) => readonly string[],
): Expression {
  if (isList(expression)) return expression.map((item) => rewritePaths(item, rewrite))
  if (!isOperation(expression)) return expression
  const { name, args } = operatorOf(expression)
  const [path, ...rest] = args
  if (name !== 'var' || typeof path !== 'string')
    return { [name]: rewritePaths(expression[name] as Expression, rewrite) }
  const fresh = rewrite(path.split('.')).join('.')
  return { var: rest.length === 0 && !isList(expression['var'] as Expression) ? fresh : [fresh, ...rest] }
}
