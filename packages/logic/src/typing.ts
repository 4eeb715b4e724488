import { formatInstant, parseDate, parseInstant, readTime } from './calendar.ts'
import { parseDecimal } from './decimal.ts'
import type { Call } from './operation.ts'
import type { LiteralNode, TypedNode } from './typed-node.ts'
import { ANY, commonType, fits, typeName } from './value-type.ts'
import type { ValueKind, ValueType } from './value-type.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What a text literal becomes beside a value of another type; undefined when it cannot be one. */
function readLiteral(text: string, kind: ValueKind): string | undefined {
  if (kind === 'date') return parseDate(text) === null ? undefined : text
  if (kind === 'number') return parseDecimal(text) === null ? undefined : text
  if (kind === 'record') return UUID.test(text) ? text.toLowerCase() : undefined
  if (kind === 'time') return readTime(text) ?? undefined
  const instant = kind === 'dateTime' ? parseInstant(text) : null
  return instant === null ? undefined : (formatInstant(instant) ?? undefined)
}

function coerceLiteral(node: LiteralNode, wanted: ValueType): boolean {
  if (node.value === null || node.value === '') {
    if (wanted.kind !== 'any') node.type = wanted
    return true
  }
  if (fits(node.type, wanted)) return true
  if (typeof node.value !== 'string') return false
  const read = readLiteral(node.value, wanted.kind)
  if (read === undefined) return false
  node.value = read
  node.type = wanted
  return true
}

/** True when the node is, or as a literal can be read as, the wanted type. */
export function coerce(node: TypedNode, wanted: ValueType): boolean {
  if (node.kind === 'literal') return coerceLiteral(node, wanted)
  if (node.kind === 'list' && wanted.kind === 'list') {
    if (!node.items.every((item) => coerce(item, wanted.of))) return false
    node.type = wanted
    return true
  }
  return fits(node.type, wanted)
}

/** What a parameter takes: one kind, a date or instant, one value of any kind, or anything. */
export type Want = 'number' | 'text' | 'boolean' | 'date' | 'dateTime' | 'moment' | 'scalar' | 'list' | 'any'

function satisfies(node: TypedNode, want: Want): boolean {
  if (want === 'any' || node.type.kind === 'any') return true
  if (want === 'list') return node.type.kind === 'list'
  if (want === 'scalar') return node.type.kind !== 'list'
  if (want === 'moment') return coerce(node, { kind: 'date' }) || coerce(node, { kind: 'dateTime' })
  return coerce(node, { kind: want })
}

/** Reports the argument unless it is what the parameter takes. */
export function requireType(call: Call, node: TypedNode | undefined, want: Want): void {
  if (node && !satisfies(node, want))
    call.report('wrongType', node, { expected: want, actual: typeName(node.type), operator: call.name })
}

/** Check of an operation whose parameters and result have fixed types; `rest` is for all further arguments. */
export function signature(
  params: readonly Want[],
  result: ValueType,
  rest?: Want,
): (call: Call) => ValueType {
  return (call) => {
    call.args.forEach((node, index) => requireType(call, node, params[index] ?? rest ?? 'any'))
    return result
  }
}

/** Makes arguments agree on one type, literals following the fields, and reports the ones that do not. */
export function agree(call: Call, nodes: readonly TypedNode[], kinds?: readonly ValueKind[]): ValueType {
  const isGuide = (node: TypedNode) =>
    node.kind !== 'literal' && node.type.kind !== 'null' && node.type.kind !== 'any'
  const guide = nodes.find(isGuide) ?? nodes.find((node) => node.type.kind !== 'null')
  const type = guide?.type ?? nodes[0]?.type ?? ANY
  if (guide && kinds && ![...kinds, 'any', 'null'].includes(type.kind))
    call.report('wrongType', guide, {
      expected: kinds.join(', '),
      actual: typeName(type),
      operator: call.name,
    })
  for (const node of nodes)
    if (!coerce(node, type))
      call.report('wrongType', node, {
        expected: typeName(type),
        actual: typeName(node.type),
        operator: call.name,
      })
  return nodes.reduce<ValueType>((common, node) => commonType(common, node.type) ?? common, type)
}

/** The literal whole number at this place, or undefined after a report. */
export function literalInteger(call: Call, index: number, least: number, most: number): number | undefined {
  const node = call.args[index]
  if (!node) return undefined
  const value = node.kind === 'literal' && node.value !== null ? Number(node.value) : Number.NaN
  if (Number.isInteger(value) && value >= least && value <= most) return value
  call.report('wrongLiteral', node, { expected: `${least}…${most}`, operator: call.name })
  return undefined
}
