import { Decimal } from '../decimal.ts'
import type { SqlArg } from '../operation.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { precise } from './irrational.ts'

const MOST_PARTS = 1000

interface Part {
  readonly cents: Decimal
  /** What the whole cents leave, as a multiple of one part in the sum of the ratios. */
  readonly left: Decimal
  readonly place: number
}

/**
 * One part of an amount by ratios, in whole cents; the cents that are over go to the largest remainders, the first of
 * equal ones first. Null for a ratio below zero, ratios that add up to nothing, and a place that is none.
 */
export function shareOf(
  total: Decimal,
  ratios: readonly (Decimal | null)[],
  number: Decimal,
): Decimal | null {
  const weights = ratios.map((ratio) => ratio ?? new Decimal(0))
  const sum = weights.reduce((all, weight) => all.plus(weight), new Decimal(0))
  const place = number.trunc()
  if (weights.length > MOST_PARTS || weights.some((weight) => weight.isNegative() && !weight.isZero()))
    return null
  if (!sum.greaterThan(0) || place.lessThan(1) || place.greaterThan(weights.length)) return null
  const cents = total.times(100).toDecimalPlaces(0)
  const parts = weights.map((weight, index): Part => {
    const exact = precise(cents.abs()).times(weight)
    const whole = exact.dividedToIntegerBy(sum)
    return { cents: whole, left: exact.minus(whole.times(sum)), place: index + 1 }
  })
  const over = cents.abs().minus(parts.reduce((all, part) => all.plus(part.cents), new Decimal(0)))
  const ranked = parts.toSorted((a, b) => b.left.comparedTo(a.left) || a.place - b.place)
  const rank = ranked.findIndex((part) => place.equals(part.place))
  const part = ranked[rank]
  if (!part) return null
  const given = part.cents.plus(over.greaterThan(rank) ? 1 : 0).dividedBy(100)
  return new Decimal(cents.isNegative() ? given.negated() : given)
}

export function shareSql(total: SqlFragment, ratios: SqlArg, number: SqlFragment): SqlFragment {
  const given = sql`select round(${total} * 100) as c, trunc(${number}) as k offset 0`
  const weights = sql`select coalesce(_w.v, 0) as v, row_number() over () as n from (${ratios.orderedRows()}) as _w(v)`
  const summed = sql`select _x.v, _x.n, sum(_x.v) over () as s, min(_x.v) over () as low, count(*) over () as parts from (${weights}) as _x`
  const whole = sql`select _y.n, _g.c, _g.k, div(abs(_g.c) * _y.v, _y.s) as f, abs(_g.c) * _y.v - div(abs(_g.c) * _y.v, _y.s) * _y.s as l from (${given}) as _g, (${summed}) as _y where _y.s > 0 and _y.low >= 0 and _y.parts <= ${param(MOST_PARTS, 'int')}`
  const ranked = sql`select _f.n, _f.c, _f.k, _f.f, abs(_f.c) - sum(_f.f) over () as over, row_number() over (order by _f.l desc, _f.n) as rank from (${whole}) as _f`
  const cents = sql`(_r.f + case when _r.rank <= _r.over then 1 else 0 end)`
  return sql`(select ${cents} * 0.01 * case when _r.c < 0 then -1 else 1 end from (${ranked}) as _r where _r.n = _r.k)`
}
