import type { Expression } from './expression.ts'
import { pointerSegment } from './expression.ts'
import type { Problem, ProblemCode } from './problem.ts'

export const LIMITS = {
  depth: 50,
  nodes: 1000,
  list: 1000,
  textLength: 65_536,
  steps: 5000,
  milliseconds: 50,
  patternLength: 500,
  patternInput: 10_000,
} as const

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/** Names that could reach into the runtime's objects; refused in every path, operator and key. */
export function isForbiddenName(name: string): boolean {
  return FORBIDDEN.has(name)
}

interface Place {
  readonly value: Expression
  readonly depth: number
  readonly segment: string | number
  readonly parent: Place | undefined
}

function pointerOf(place: Place): string {
  const segments: string[] = []
  for (let at: Place | undefined = place; at?.parent; at = at.parent)
    segments.push(pointerSegment(at.segment))
  return segments.toReversed().join('')
}

function problemAt(place: Place): { code: ProblemCode; params: Problem['params'] } | undefined {
  const { value } = place
  if (place.depth > LIMITS.depth) return { code: 'tooDeep', params: { limit: LIMITS.depth } }
  if (typeof value === 'string' && value.length > LIMITS.textLength)
    return { code: 'textTooLong', params: { limit: LIMITS.textLength } }
  if (typeof value === 'number' && !Number.isFinite(value)) return { code: 'badNumber', params: {} }
  if (Array.isArray(value) && value.length > LIMITS.list)
    return { code: 'listTooLong', params: { limit: LIMITS.list } }
  return undefined
}

function childrenOf(place: Place): Place[] {
  const { value } = place
  if (typeof value !== 'object' || value === null) return []
  // An operation and its list of arguments are one level, as people count it.
  const depth = place.depth + (Array.isArray(value) ? 0 : 1)
  return Object.entries(value).map(([key, child]) => ({
    value: child as Expression,
    depth: Array.isArray(child) && Array.isArray(value) ? depth + 1 : depth,
    segment: key,
    parent: place,
  }))
}

/** First reason why an expression is too large or dangerous to walk recursively. Iterative: safe at any nesting. */
export function findLimitProblem(expression: Expression): Problem | undefined {
  const open: Place[] = [{ value: expression, depth: 0, segment: '', parent: undefined }]
  let nodes = 0
  for (let place = open.pop(); place; place = open.pop()) {
    const found = problemAt(place)
    if (found) return { ...found, pointer: pointerOf(place) }
    if (!isLiteralListItem(place)) nodes += 1
    if (nodes > LIMITS.nodes)
      return { code: 'tooManyNodes', pointer: pointerOf(place), params: { limit: LIMITS.nodes } }
    for (const child of childrenOf(place)) {
      if (isForbiddenName(String(child.segment)))
        return { code: 'forbiddenName', pointer: pointerOf(child), params: { name: child.segment } }
      open.push(child)
    }
  }
  return undefined
}

/** Members of an `in` list are values, not steps: they have their own limit. */
function isLiteralListItem(place: Place): boolean {
  const inner = typeof place.value !== 'object' || place.value === null
  return inner && Array.isArray(place.parent?.value) && Array.isArray(place.parent.parent?.value)
}
