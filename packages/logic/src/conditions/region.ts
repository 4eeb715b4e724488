/** Values in an order, from `low` to `high`; an absent bound is no bound. */
export interface Interval {
  readonly low?: Bound
  readonly high?: Bound
}

export interface Bound {
  readonly at: Position
  /** The bound itself belongs to it. */
  readonly closed: boolean
}

/** A place in an order: a number of any size, kept exact by the caller's comparison. */
export type Position = string | number

export type Order = (a: Position, b: Position) => number

/** What a field may hold: some stretches of an order, or some texts or all but some; empty or not. */
export type Region =
  | { readonly kind: 'ordered'; readonly intervals: readonly Interval[]; readonly empty: boolean }
  | {
      readonly kind: 'texts'
      readonly only: boolean
      readonly texts: ReadonlySet<string>
      readonly empty: boolean
    }

function lowest(a: Bound | undefined, b: Bound | undefined, order: Order): Bound | undefined {
  if (!a || !b) return a ?? b
  const difference = order(a.at, b.at)
  if (difference !== 0) return difference > 0 ? a : b
  return a.closed ? b : a
}

function highest(a: Bound | undefined, b: Bound | undefined, order: Order): Bound | undefined {
  if (!a || !b) return a ?? b
  const difference = order(a.at, b.at)
  if (difference !== 0) return difference < 0 ? a : b
  return a.closed ? b : a
}

function isVoid({ low, high }: Interval, order: Order): boolean {
  if (!low || !high) return false
  const difference = order(low.at, high.at)
  return difference > 0 || (difference === 0 && !(low.closed && high.closed))
}

function intersectIntervals(a: readonly Interval[], b: readonly Interval[], order: Order): Interval[] {
  const both = a.flatMap((left) =>
    b.map((right) => {
      const low = lowest(left.low, right.low, order)
      const high = highest(left.high, right.high, order)
      return { ...(low && { low }), ...(high && { high }) }
    }),
  )
  return both.filter((interval) => !isVoid(interval, order))
}

function kept(texts: ReadonlySet<string>, isKept: (text: string) => boolean): ReadonlySet<string> {
  return new Set([...texts].filter(isKept))
}

function intersectTexts(
  a: Extract<Region, { kind: 'texts' }>,
  b: Extract<Region, { kind: 'texts' }>,
): Extract<Region, { kind: 'texts' }> {
  const empty = a.empty && b.empty
  if (a.only && b.only)
    return { kind: 'texts', only: true, texts: kept(a.texts, (text) => b.texts.has(text)), empty }
  if (!a.only && !b.only)
    return { kind: 'texts', only: false, texts: new Set([...a.texts, ...b.texts]), empty }
  const [some, without] = a.only ? [a, b] : [b, a]
  return { kind: 'texts', only: true, texts: kept(some.texts, (text) => !without.texts.has(text)), empty }
}

/** What both regions allow; undefined when they speak of different kinds of values. */
export function intersect(a: Region, b: Region, order: Order): Region | undefined {
  if (a.kind === 'texts') return b.kind === 'texts' ? intersectTexts(a, b) : undefined
  if (b.kind === 'texts') return undefined
  return {
    kind: 'ordered',
    intervals: intersectIntervals(a.intervals, b.intervals, order),
    empty: a.empty && b.empty,
  }
}

function outside({ low, high }: Interval): Interval[] {
  return [
    ...(low ? [{ high: { at: low.at, closed: !low.closed } }] : []),
    ...(high ? [{ low: { at: high.at, closed: !high.closed } }] : []),
  ]
}

/** Everything else, emptiness included. */
export function complement(region: Region, order: Order): Region {
  if (region.kind === 'texts') return { ...region, only: !region.only, empty: !region.empty }
  const intervals = region.intervals.reduce<Interval[]>(
    (rest, interval) => intersectIntervals(rest, outside(interval), order),
    [{}],
  )
  return { kind: 'ordered', intervals, empty: !region.empty }
}

/** True when some value, other than none, is allowed. */
export function hasValues(region: Region): boolean {
  return region.kind === 'ordered' ? region.intervals.length > 0 : !region.only || region.texts.size > 0
}
