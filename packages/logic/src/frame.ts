import { LIMITS } from './limits.ts'
import type { EvaluationContext } from './operation.ts'
import { ExpressionError } from './problem.ts'
import type { Value } from './value.ts'

/** One run of an expression. */
export interface Frame {
  readonly data: Value
  readonly context: EvaluationContext
  steps: number
}

/** Counts a step and looks at what it made, so that no data can make a small expression run or grow without end. */
export function step(frame: Frame, result: Value, pointer = ''): Value {
  frame.steps += 1
  if (frame.steps > LIMITS.steps || (Array.isArray(result) && result.length > LIMITS.steps * 20))
    throw new ExpressionError({ code: 'tooManySteps', pointer, params: { limit: LIMITS.steps } })
  if (typeof result === 'string' && result.length > LIMITS.textLength)
    throw new ExpressionError({ code: 'textTooLong', pointer, params: { limit: LIMITS.textLength } })
  return result
}
