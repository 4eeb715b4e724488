import { analyse } from '../analyse.ts'
import { compileTyped } from '../evaluate.ts'
import type { Data } from '../evaluate.ts'
import { pointerSegment } from '../expression.ts'
import type { EvaluationContext } from '../operation.ts'
import { ExpressionError } from '../problem.ts'
import type { TextProblem } from '../problem.ts'
import type { Scope } from '../scope.ts'
import type { TypedNode } from '../typed-node.ts'
import type { Value } from '../value.ts'
import type { ValueType } from '../value-type.ts'
import { findGaps, type Gap } from './find-gaps.ts'
import { locateFormula } from './parse-formula.ts'
import { placeOf } from './located.ts'
import type { Located } from './located.ts'

/** One part of a formula with what it gave: a field, a call, an operand. */
export interface TracedPart {
  readonly from: number
  readonly to: number
  readonly type: ValueType
  /** Undefined where the part was not reached: the branch that a condition did not choose. */
  readonly value: Value | undefined
  /** It stands in the text as it is: nothing was calculated. */
  readonly isLiteral: boolean
}

/** A part that is empty although what it was given is not, and why. */
export interface TracedGap {
  readonly from: number
  readonly to: number
  readonly code: Gap['code']
}

export interface FormulaTrace {
  /** Outer parts before those inside them; each stretch of text once. */
  readonly parts: readonly TracedPart[]
  /** Value of the whole; undefined where there is a problem. */
  readonly value: Value | undefined
  readonly problems: readonly TextProblem[]
  readonly gaps: readonly TracedGap[]
}

function pointersOf(located: Located, pointer: string, found: Map<string, Located>): Map<string, Located> {
  found.set(pointer, located)
  const { expression } = located
  const isOperation = typeof expression === 'object' && expression !== null && !Array.isArray(expression)
  const name = isOperation ? pointerSegment(Object.keys(expression)[0] ?? '') : ''
  located.children.forEach((child, index) =>
    pointersOf(child, `${pointer}${name}${pointerSegment(index)}`, found),
  )
  return found
}

function nodesOf(node: TypedNode): readonly TypedNode[] {
  const inner = node.kind === 'list' ? node.items : 'args' in node ? node.args : []
  return [node, ...inner.flatMap(nodesOf)]
}

/** Of parts over the same text the inner one is what was written, unless it is only the sign for a number. */
function once(parts: readonly TracedPart[]): readonly TracedPart[] {
  const byPlace = new Map<string, TracedPart>()
  for (const part of parts) {
    const place = `${part.from} ${part.to}`
    if (!part.isLiteral || !byPlace.has(place)) byPlace.set(place, part)
  }
  return [...byPlace.values()]
}

/**
 * Calculates formula text for a record and answers what every part of it gave, with its type and its characters.
 * Never throws: what outgrows a limit while running is a problem at its place.
 */
export function traceFormula(
  text: string,
  scope: Scope,
  data: Data,
  context: EvaluationContext,
  expected?: ValueType,
): FormulaTrace {
  const { root, problems } = locateFormula(text, scope, expected)
  if (root === null || problems.length > 0) return { parts: [], value: undefined, problems, gaps: [] }
  const places = pointersOf(root, '', new Map())
  const { node } = analyse(root.expression, scope)
  const seen = new Map<TypedNode, Value>()
  const finish = (value: Value | undefined, failed: readonly TextProblem[]): FormulaTrace => {
    const nodes = nodesOf(node)
    const gaps = findGaps(nodes, (one) => seen.get(one)).flatMap(({ node: { pointer }, code }) => {
      const place = places.get(pointer)
      return place === undefined ? [] : [{ from: place.from, to: place.to, code }]
    })
    const parts = nodes.flatMap((one): TracedPart[] => {
      const place = places.get(one.pointer)
      if (place === undefined) return []
      const { from, to } = place
      return [{ from, to, type: one.type, value: seen.get(one), isLiteral: one.kind === 'literal' }]
    })
    return { parts: once(parts), value, problems: failed, gaps }
  }
  try {
    compileTyped(node, { watch: (one, value) => seen.set(one, value) })(data, context)
    return finish(seen.get(node) ?? null, [])
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    const { code, params, pointer } = error.problem
    return finish(undefined, [{ code, params, ...placeOf(root, pointer) }])
  }
}
