import { isList, isOperation, operatorOf } from './expression.ts'
import type { Expression } from './expression.ts'
import { findOperation } from './operations/index.ts'
import type { Value } from './value.ts'

/** Where data holds what looking through other forms gave, by the expression as text. */
export const FIGURES = '$figures'

/** The parts of an expression that look through another form, outermost ones only, each once. */
export function figuresOf(expression: Expression): Expression[] {
  const found = new Map<string, Expression>()
  const open: Expression[] = [expression]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isList(next)) open.push(...next.toReversed())
    else if (isOperation(next)) {
      const { name, args } = operatorOf(next)
      const operation = findOperation(name)
      if (operation !== undefined && 'columns' in operation) found.set(JSON.stringify(next), next)
      else open.push(...args.toReversed())
    }
  }
  return [...found.values()]
}

/** Every column of another form that an expression names, as the form's key and the path, once each. */
export function columnsOf(expression: Expression): string[][] {
  const found = new Map<string, string[]>()
  const open: Expression[] = [expression]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isList(next)) open.push(...next.toReversed())
    else if (isOperation(next)) {
      const { name, args } = operatorOf(next)
      const [path] = args
      if (name === 'column' && typeof path === 'string') found.set(path, path.split('.'))
      open.push(...args.toReversed())
    }
  }
  return [...found.values()]
}

/** What was found for a figure; empty until somebody has looked. */
export function readFigure(data: Value, figure: string): Value {
  const record = data as unknown as Readonly<Record<string, unknown>> | null
  const known = record?.[FIGURES] as Readonly<Record<string, Value>> | undefined
  return known !== undefined && Object.hasOwn(known, figure) ? (known[figure] ?? null) : null
}
