import { dateOperations } from '../operations/date/index.ts'
import { numberOperations } from '../operations/number/index.ts'
import type { TypedNode } from '../typed-node.ts'
import { numberOf, type Value } from '../value.ts'

/** A part that gave nothing although it was given something. */
export interface Gap {
  readonly node: TypedNode
  readonly code: 'divisionByZero' | 'noAnswer'
}

const dividing = new Set(['div', 'mod', 'quotient'])

/** Operations that answer whenever they can: of others, such as IF or MAX, nothing is an ordinary answer. */
const answers = (name: string): boolean =>
  Object.hasOwn(numberOperations, name) || Object.hasOwn(dateOperations, name) || name === 'value'

function gapOf(node: TypedNode, valueOf: (node: TypedNode) => Value | undefined): Gap | undefined {
  if (node.kind !== 'operation' || valueOf(node) !== null || !answers(node.name)) return undefined
  const given = node.args.map((arg) => (arg.kind === 'literal' ? arg.value : valueOf(arg)))
  if (given.length === 0 || given.some((value) => value === null || value === undefined || value === ''))
    return undefined
  const byZero = dividing.has(node.name) && numberOf(given[1] ?? null)?.isZero() === true
  return { node, code: byZero ? 'divisionByZero' : 'noAnswer' }
}

/** Where a calculation lost its value: a division by zero, a day that is none, the root of a negative number. */
export function findGaps(
  nodes: readonly TypedNode[],
  valueOf: (node: TypedNode) => Value | undefined,
): readonly Gap[] {
  return nodes.flatMap((node) => gapOf(node, valueOf) ?? [])
}
