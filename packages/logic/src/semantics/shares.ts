import { DIVISION_SCALE, Decimal } from '../decimal.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'

const MOST_PARTS = 1000
const enough = param(`0.${'0'.repeat(DIVISION_SCALE)}`, 'numeric')

/** The amount without a tax it includes; null for a tax of -100 % and below. */
export function netOf(gross: Decimal, percent: Decimal): Decimal | null {
  const factor = percent.plus(100)
  if (!factor.greaterThan(0)) return null
  return new Decimal(gross.times(100).dividedBy(factor).toDecimalPlaces(DIVISION_SCALE)).toDecimalPlaces(2)
}

export function netSql(gross: SqlFragment, percent: SqlFragment): SqlFragment {
  const factor = sql`case when ${percent} + 100 > 0 then ${percent} + 100 end`
  return sql`round(round((${gross} * 100 + ${enough}) / (${factor}), ${param(DIVISION_SCALE, 'int')}), 2)`
}

/** One of equal parts in whole cents; the first ones take a cent more until everything is given out. */
export function partOf(total: Decimal, count: Decimal, number: Decimal): Decimal | null {
  const [parts, place] = [count.trunc(), number.trunc()]
  if (parts.lessThan(1) || parts.greaterThan(MOST_PARTS)) return null
  if (place.lessThan(1) || place.greaterThan(parts)) return null
  const cents = total.times(100).toDecimalPlaces(0)
  const whole = cents.abs().dividedToIntegerBy(parts)
  const over = cents.abs().minus(whole.times(parts))
  const part = whole.plus(place.lessThanOrEqualTo(over) ? 1 : 0).dividedBy(100)
  return cents.lessThan(0) ? part.negated() : part
}

export function partSql(total: SqlFragment, count: SqlFragment, number: SqlFragment): SqlFragment {
  const given = sql`select round(${total} * 100) as c, trunc(${count}) as n, trunc(${number}) as k offset 0`
  const over = sql`mod(abs(_s.c), _s.n)`
  const part = sql`(div(abs(_s.c), _s.n) + case when _s.k <= ${over} then 1 else 0 end) * 0.01 * case when _s.c < 0 then -1 else 1 end`
  return sql`(select ${part} from (${given}) as _s where _s.n between 1 and ${param(MOST_PARTS, 'int')} and _s.k between 1 and _s.n)`
}
