import { parseDate, parseInstant } from '../calendar.ts'
import { Decimal, parseDecimal } from '../decimal.ts'
import type { OperationNode, PathNode, TypedNode } from '../typed-node.ts'
import type { ValueKind } from '../value-type.ts'
import type { Interval, Order, Position, Region } from './region.ts'

/** What a condition says about one field; days counted from today are a field of their own beside it. */
export interface Atom {
  readonly field: string
  readonly relative: boolean
  readonly region: Region
}

/** Numbers are dense and exact; days and instants are whole numbers. */
export const positionOrder: Order = (a, b) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : new Decimal(a).comparedTo(new Decimal(b))

const ORDERED: readonly ValueKind[] = ['number', 'date', 'dateTime']
const DISCRETE: readonly ValueKind[] = ['text', 'record']

function isToday(node: TypedNode): boolean {
  return (
    (node.kind === 'operation' && node.name === 'today') ||
    (node.kind === 'path' && node.path.join('.') === '$today')
  )
}

/** Where a literal lies in the order of its field; undefined when it cannot be told. */
function positionOf(value: unknown, kind: ValueKind): Position | undefined {
  if (kind === 'number') {
    const number = typeof value === 'number' ? new Decimal(value) : parseDecimal(String(value))
    return number?.toFixed()
  }
  if (typeof value !== 'string') return undefined
  return (kind === 'date' ? parseDate(value) : parseInstant(value)) ?? undefined
}

function isNothing(node: TypedNode): boolean {
  return node.kind === 'literal' && (node.value === null || node.value === '')
}

type Comparison = 'eq' | 'lt' | 'lte' | 'gt' | 'gte'
const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  eq: 'eq',
  lt: 'gt',
  lte: 'gte',
  gt: 'lt',
  gte: 'lte',
}

const stretches: Readonly<Record<Comparison, (at: Position) => Interval>> = {
  eq: (at) => ({ low: { at, closed: true }, high: { at, closed: true } }),
  lt: (at) => ({ high: { at, closed: false } }),
  lte: (at) => ({ high: { at, closed: true } }),
  gt: (at) => ({ low: { at, closed: false } }),
  gte: (at) => ({ low: { at, closed: true } }),
}

/** Between whole numbers lies nothing: “after the 5th” begins with the 6th. */
function whole({ low, high }: Interval): Interval {
  return {
    ...(low && { low: { at: Number(low.at) + (low.closed ? 0 : 1), closed: true } }),
    ...(high && { high: { at: Number(high.at) - (high.closed ? 0 : 1), closed: true } }),
  }
}

/** Bounds of days and instants as closed ones, so that void stretches are seen. */
export function tidy(region: Region, isDense: boolean): Region {
  if (region.kind !== 'ordered' || isDense) return region
  return {
    ...region,
    intervals: region.intervals
      .map(whole)
      .filter(({ low, high }) => !low || !high || Number(low.at) <= Number(high.at)),
  }
}

function ordered(...intervals: readonly Interval[]): Region {
  return { kind: 'ordered', intervals, empty: false }
}

function nameOf(path: PathNode): string {
  return path.path.join('.')
}

function readComparison(name: Comparison, path: PathNode, other: TypedNode): Atom | undefined {
  const { kind } = path.type
  const field = nameOf(path)
  if (isNothing(other)) return readNothing(name, path)
  if (kind === 'date' && isToday(other)) return { field, relative: true, region: ordered(stretches[name](0)) }
  if (other.kind !== 'literal') return undefined
  if (ORDERED.includes(kind)) {
    const at = positionOf(other.value, kind)
    return at === undefined ? undefined : { field, relative: false, region: ordered(stretches[name](at)) }
  }
  if (name !== 'eq') return undefined
  return readEquality(path, other.value)
}

/** Empty equals empty, and for conditions also “no”; nothing is less or more than it. */
function readNothing(name: Comparison, path: PathNode): Atom | undefined {
  const { kind } = path.type
  const empty = name === 'eq'
  const field = nameOf(path)
  if (ORDERED.includes(kind))
    return { field, relative: false, region: { kind: 'ordered', intervals: [], empty } }
  if (!empty) return undefined
  if (DISCRETE.includes(kind))
    return { field, relative: false, region: { kind: 'texts', only: true, texts: new Set(), empty } }
  return kind === 'boolean' ? readEquality(path, false) : undefined
}

function readEquality(path: PathNode, value: unknown): Atom | undefined {
  const { kind } = path.type
  const isFlag = kind === 'boolean' && typeof value === 'boolean'
  if (!isFlag && !(DISCRETE.includes(kind) && typeof value === 'string')) return undefined
  const text = kind === 'record' ? String(value).toLowerCase() : String(value)
  return {
    field: nameOf(path),
    relative: false,
    region: { kind: 'texts', only: true, texts: new Set([text]), empty: value === false },
  }
}

function readEmptiness(path: PathNode): Atom | undefined {
  const { kind } = path.type
  const field = nameOf(path)
  if (ORDERED.includes(kind))
    return { field, relative: false, region: { kind: 'ordered', intervals: [], empty: true } }
  if (!DISCRETE.includes(kind) && kind !== 'boolean') return undefined
  return { field, relative: false, region: { kind: 'texts', only: true, texts: new Set(), empty: true } }
}

function readBetween(path: PathNode, [low, high]: readonly TypedNode[]): Atom | undefined {
  const { kind } = path.type
  if (!low || !high || !ORDERED.includes(kind)) return undefined
  if (isNothing(low) || isNothing(high)) return { field: nameOf(path), relative: false, region: ordered() }
  if (low.kind !== 'literal' || high.kind !== 'literal') return undefined
  const [from, to] = [positionOf(low.value, kind), positionOf(high.value, kind)]
  if (from === undefined || to === undefined) return undefined
  const intervals =
    positionOrder(from, to) > 0 ? [] : [{ low: { at: from, closed: true }, high: { at: to, closed: true } }]
  return { field: nameOf(path), relative: false, region: ordered(...intervals) }
}

function readMembership(path: PathNode, list: TypedNode): Atom | undefined {
  if (list.kind !== 'list') return undefined
  const { kind } = path.type
  const field = nameOf(path)
  const values = list.items.flatMap((item) =>
    item.kind === 'literal' && !isNothing(item) ? [item.value] : [],
  )
  if (values.length < list.items.filter((item) => !isNothing(item)).length) return undefined
  if (ORDERED.includes(kind)) {
    const places = values.map((value) => positionOf(value, kind))
    if (places.includes(undefined)) return undefined
    return { field, relative: false, region: ordered(...places.map((at) => stretches.eq(at as Position))) }
  }
  if (!DISCRETE.includes(kind)) return undefined
  const texts = values.map((value) => (kind === 'record' ? String(value).toLowerCase() : String(value)))
  return {
    field,
    relative: false,
    region: { kind: 'texts', only: true, texts: new Set(texts), empty: false },
  }
}

const windows: Readonly<Record<string, (days: number) => Interval>> = {
  beforeToday: () => ({ high: { at: -1, closed: true } }),
  isToday: () => ({ low: { at: 0, closed: true }, high: { at: 0, closed: true } }),
  afterToday: () => ({ low: { at: 1, closed: true } }),
}

function readWindow(name: string, path: PathNode): Atom | undefined {
  const window = Object.hasOwn(windows, name) ? windows[name] : undefined
  return window && { field: nameOf(path), relative: true, region: ordered(window(0)) }
}

function isComparison(name: string): name is Comparison {
  return Object.hasOwn(stretches, name)
}

/** What a condition without `and`, `or` and `not` says exactly about one field; undefined when that cannot be told. */
export function readAtom(node: OperationNode): Atom | undefined {
  const [first, second, ...rest] = node.args
  if (isComparison(node.name) && first && second) {
    if (first.kind === 'path' && !isToday(first)) return readComparison(node.name, first, second)
    if (second.kind === 'path' && !isToday(second)) return readComparison(MIRRORED[node.name], second, first)
    return undefined
  }
  if (first?.kind !== 'path' || first.path[0]?.startsWith('$')) return undefined
  if (node.name === 'isEmpty') return readEmptiness(first)
  if (node.name === 'between' && second) return readBetween(first, [second, ...rest])
  if (node.name === 'in' && second) return readMembership(first, second)
  return readWindow(node.name, first)
}
