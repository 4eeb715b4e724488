import { analyse } from './analyse.ts'
import type { Expression } from './expression.ts'
import { findLimitProblem } from './limits.ts'
import type { Problem } from './problem.ts'
import type { Scope } from './scope.ts'
import { coerce } from './typing.ts'
import { ANY, isWhole, typeName } from './value-type.ts'
import type { ValueType } from './value-type.ts'

export interface CheckedExpression {
  readonly type: ValueType
  readonly problems: readonly Problem[]
}

/**
 * Type of an expression and everything that is wrong with it, each with its pointer. Takes any JSON of any nesting;
 * an expression without problems can be evaluated.
 */
export function checkExpression(
  expression: Expression,
  scope: Scope,
  expected?: ValueType,
): CheckedExpression {
  const limit = findLimitProblem(expression)
  if (limit) return { type: ANY, problems: [limit] }
  const { node, problems } = analyse(expression, scope)
  const fitting = !expected || problems.length > 0 || (coerce(node, expected) && isWhole(node.type, expected))
  if (!fitting) {
    const wanted = expected.kind === 'text' ? (expected.whole ?? 'text') : typeName(expected)
    const params = { expected: wanted, actual: typeName(node.type) }
    problems.push({ code: 'wrongType', pointer: '', params })
  }
  return { type: node.type, problems }
}
