import type { Expression } from '@pipewright/schemas'

/** A JSON Logic value: a literal, a list, or an object with exactly one operator as its key. */
export type { Expression }

export type OperationExpression = { [operator: string]: Expression }

/** True for `{ operator: arguments }`; an object with no or several keys is no operation. */
export function isOperation(expression: Expression): expression is OperationExpression {
  return (
    typeof expression === 'object' &&
    expression !== null &&
    !Array.isArray(expression) &&
    Object.keys(expression).length === 1
  )
}

/** Operator and arguments; JSON Logic lets a single argument stand without its list. */
export function operatorOf(expression: OperationExpression): { name: string; args: Expression[] } {
  const name = Object.keys(expression)[0] as string
  const given = expression[name] as Expression
  return { name, args: isList(given) ? given : [given] }
}

export function isList(expression: Expression): expression is Expression[] {
  return Array.isArray(expression)
}

/** `{"var": "account.industry"}` for the path `['account', 'industry']`. */
export function fieldAt(...path: string[]): Expression {
  return { var: path.join('.') }
}

/** Sits on every RFC 6901 pointer segment. */
export function pointerSegment(segment: string | number): string {
  return `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** The part that an RFC 6901 pointer leads to; undefined when there is none. */
export function partAt(expression: Expression, pointer: string): Expression | undefined {
  let part: Expression | undefined = expression
  for (const segment of pointer.split('/').slice(1)) {
    if (typeof part !== 'object' || part === null) return undefined
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~')
    const inside: { readonly [key: string]: Expression } | readonly Expression[] = part
    part = Object.hasOwn(inside, key) ? (inside as { readonly [key: string]: Expression })[key] : undefined
  }
  return part
}
