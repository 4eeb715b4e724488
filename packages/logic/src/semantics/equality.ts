import type { Call, SqlArg, SqlMode } from '../operation.ts'
import type { TypedNode } from '../typed-node.ts'
import { agree } from '../typing.ts'
import { ANY } from '../value-type.ts'
import type { ValueKind, ValueType } from '../value-type.ts'
import { sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { asFlag } from '../sql/pieces.ts'

export const COMPARABLE: readonly ValueKind[] = [
  'text',
  'number',
  'boolean',
  'date',
  'dateTime',
  'time',
  'record',
]

/** The arguments are of one type, and written in one way: what is made of parts is like a field only part by part. */
export function agreeComparable(
  call: Call,
  nodes: readonly TypedNode[],
  kinds: readonly ValueKind[] = COMPARABLE,
): ValueType {
  const type = agree(call, nodes, kinds)
  const read = new Set(
    nodes.map((node) =>
      node.type.kind === 'text' && node.type.made === undefined ? node.type.whole : undefined,
    ),
  )
  for (const node of nodes) {
    if (node.type.kind !== 'text' || node.type.made === undefined || node.type.whole === undefined) continue
    if (read.has(node.type.whole))
      call.report('madeWhole', node, { part: node.type.made, operator: call.name })
  }
  return type
}

/** The type the arguments share, as far as one of them says. */
export function knownType(types: readonly ValueType[]): ValueType {
  return types.find((type) => type.kind !== 'any' && type.kind !== 'null') ?? ANY
}

function equalFlags(arg: SqlArg, other: SqlArg): SqlFragment {
  if (other.literal)
    return other.literal.value === true ? sql`${arg.value()} is true` : sql`${arg.value()} is not true`
  return sql`coalesce(${arg.value()}, false) = coalesce(${other.value()}, false)`
}

/** Equality that leaves a column bare beside a known value, so that its index serves. */
export function equalSql(args: readonly SqlArg[], mode: SqlMode): SqlFragment {
  const [first, second] = args as [SqlArg, SqlArg]
  const [arg, other] = first.literal ? [second, first] : [first, second]
  if (knownType([arg.type, other.type]).kind === 'boolean') return equalFlags(arg, other)
  if (!other.literal) return sql`${arg.value()} is not distinct from ${other.value()}`
  return other.literal.value === null
    ? sql`${arg.value()} is null`
    : asFlag(sql`${arg.value()} = ${other.value()}`, mode)
}
