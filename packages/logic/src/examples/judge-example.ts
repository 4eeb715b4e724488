import { isEmptyValue, isSame, isTruthy } from '../value.ts'
import type { Value } from '../value.ts'
import type { ValueType } from '../value-type.ts'
import { holdsValue } from './holds-value.ts'
import type { ExampleOutcome } from './run-example.ts'

/** Why a row is red. */
export type ExampleFault =
  | Exclude<ExampleOutcome, { readonly kind: 'value' }>
  | { readonly kind: 'otherValue'; readonly expected: Value; readonly actual: Value }
  /** A condition that is to hold and does not, or the reverse. */
  | { readonly kind: 'applies' | 'appliesNot' }
  /** It was to fail, and gave a value. */
  | { readonly kind: 'didNotFail'; readonly actual: Value }
  /** What is expected can never come out of a calculation of this type. */
  | { readonly kind: 'wrongExpected'; readonly wanted: ValueType }

/** Undefined: the row is green. */
export type ExampleVerdict = ExampleFault | undefined

function isAsExpected(actual: Value, expected: Value, type: ValueType): boolean {
  if (isEmptyValue(actual) || isEmptyValue(expected)) return isEmptyValue(actual) && isEmptyValue(expected)
  if (!Array.isArray(actual) || !Array.isArray(expected)) return isSame(actual, expected, type)
  const of: ValueType = type.kind === 'list' ? type.of : { kind: 'any' }
  const [left, right] = [actual as readonly Value[], expected as readonly Value[]]
  return (
    left.length === right.length &&
    left.every((one, position) => isAsExpected(one, right[position] ?? null, of))
  )
}

/** Holds what came out against what must come out: numbers by value, texts to the letter, lists in their order. */
export function judgeValue(
  outcome: ExampleOutcome,
  row: { readonly expected?: unknown; readonly fails?: boolean | undefined },
  type: ValueType,
): ExampleVerdict {
  const isLimit = outcome.kind === 'failed' || outcome.kind === 'tooManyDigits'
  if (row.fails === true) {
    if (isLimit) return undefined
    return outcome.kind === 'value' ? { kind: 'didNotFail', actual: outcome.value } : outcome
  }
  const expected = (row.expected ?? null) as Value
  if (!holdsValue(expected, type)) return { kind: 'wrongExpected', wanted: type }
  if (outcome.kind !== 'value') return outcome
  return isAsExpected(outcome.value, expected, type)
    ? undefined
    : { kind: 'otherValue', expected, actual: outcome.value }
}

/** The same for a condition, which holds or does not; nothing counts as not. */
export function judgeCondition(outcome: ExampleOutcome, expected: boolean): ExampleVerdict {
  if (outcome.kind !== 'value') return outcome
  const actual = isTruthy(outcome.value)
  if (actual === expected) return undefined
  return { kind: actual ? 'applies' : 'appliesNot' }
}
