import type { TypedNode } from '../typed-node.ts'

/** Operations that hand on an argument, and with it perhaps null; every other condition answers true or false. */
const PASSING = new Set(['and', 'or', 'coalesce'])
/** Operations that may have nothing to hand on at all. */
const CHOOSING = new Set(['if', 'switch', 'choose', 'first', 'last', 'elementAt'])

/** True when a condition cannot answer null. */
export function isNeverNull(node: TypedNode): boolean {
  if (node.kind === 'literal') return node.value !== null
  if (node.kind !== 'operation') return false
  if (CHOOSING.has(node.name)) return false
  return !PASSING.has(node.name) || node.args.every(isNeverNull)
}
