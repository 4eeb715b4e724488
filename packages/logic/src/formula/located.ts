import type { Expression } from '../expression.ts'

/** An expression with the place in the text it was read from; children stand as the arguments do. */
export interface Located {
  readonly expression: Expression
  readonly from: number
  readonly to: number
  readonly children: readonly Located[]
}

function isOperationNode(located: Located): boolean {
  return (
    typeof located.expression === 'object' &&
    located.expression !== null &&
    !Array.isArray(located.expression)
  )
}

/** The innermost text place that an RFC 6901 pointer into the expression falls on. */
export function placeOf(root: Located, pointer: string): { from: number; to: number } {
  const segments = pointer.split('/').slice(1)
  let at = root
  while (segments.length > 0) {
    if (isOperationNode(at)) segments.shift()
    const child = at.children[Number(segments.shift())]
    if (!child) break
    at = child
  }
  return { from: at.from, to: at.to }
}
