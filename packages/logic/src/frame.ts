import { LIMITS } from './limits.ts'
import type { EvaluationContext } from './operation.ts'
import { ExpressionError } from './problem.ts'
import { isLongerThan } from './semantics/code-points.ts'
import type { Value } from './value.ts'

/** One run of an expression. */
export interface Frame {
  readonly data: Value
  readonly context: EvaluationContext
  steps: number
  /** What the clock showed when it was first looked at. */
  since?: number
}

/** Short calculations never look at the clock. */
const STEPS_BETWEEN_LOOKS = 32

function lookAtClock(frame: Frame, pointer: string): void {
  const now = frame.context.clock?.()
  if (now === undefined) return
  frame.since ??= now
  if (now - frame.since > LIMITS.milliseconds)
    throw new ExpressionError({ code: 'tookTooLong', pointer, params: { limit: LIMITS.milliseconds } })
}

/** Counts a step and looks at what it made, so that no data can make a small expression run or grow without end. */
export function step(frame: Frame, result: Value, pointer = ''): Value {
  frame.steps += 1
  if (frame.steps > LIMITS.steps || (Array.isArray(result) && result.length > LIMITS.steps * 20))
    throw new ExpressionError({ code: 'tooManySteps', pointer, params: { limit: LIMITS.steps } })
  if (frame.steps % STEPS_BETWEEN_LOOKS === 0) lookAtClock(frame, pointer)
  if (typeof result === 'string' && isLongerThan(result, LIMITS.textLength))
    throw new ExpressionError({ code: 'textTooLong', pointer, params: { limit: LIMITS.textLength } })
  return result
}
