import { DIVISION_SCALE, Decimal, divide, toWorkingScale } from '../decimal.ts'
import type { Call, SqlArg } from '../operation.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { quotient, roundToWorkingScale } from '../sql/pieces.ts'
import { requireType } from '../typing.ts'
import { listElements, numberOf } from '../value.ts'
import type { Value } from '../value.ts'
import { NUMBER } from '../value-type.ts'
import type { ValueType } from '../value-type.ts'
import { elementsSql, flatten } from './elements.ts'
import { precise, preciseSql, settle, settleSql } from './irrational.ts'
import { requireListOf } from './lists.ts'

/** All numbers of all arguments, empty ones left out. */
export function numbersIn(values: readonly Value[]): Decimal[] {
  return flatten(values).flatMap((value) => numberOf(value) ?? [])
}

export function sortedNumbers(values: readonly Value[]): Decimal[] {
  return numbersIn(values).toSorted((a, b) => a.comparedTo(b))
}

/** A list of numbers and one number. */
export function checkPlace(call: Call): ValueType {
  requireListOf(call, call.args[0], NUMBER)
  requireType(call, call.args[1], 'number')
  return NUMBER
}

/** The values of a list that are not empty, to be ordered. */
export function valuesSql(arg: SqlArg): SqlFragment {
  return sql`select _l.v from (${arg.rows()}) as _l(v) where _l.v is not null`
}

type Basis = 'sample' | 'population'

/** Count, and the exact numerator of the variance times the count. */
function scatterOf(values: readonly Value[], basis: Basis): readonly [Decimal, Decimal] {
  const numbers = numbersIn(values)
  const count = new Decimal(numbers.length)
  const sum = numbers.reduce((total, number) => total.plus(number), new Decimal(0))
  const squares = numbers.reduce((total, number) => total.plus(number.times(number)), new Decimal(0))
  return [
    count.times(squares).minus(sum.times(sum)),
    count.times(basis === 'sample' ? count.minus(1) : count),
  ]
}

function scatterFrom(args: readonly SqlArg[]): SqlFragment {
  return sql`(select count(_l.v)::numeric as n, sum(_l.v) as s, sum(_l.v * _l.v) as q from (${elementsSql(args)}) as _l(v)) as _v`
}

const spread = sql`(_v.n * _v.q - _v.s * _v.s)`
const weights = { sample: sql`(_v.n * (_v.n - 1))`, population: sql`(_v.n * _v.n)` }

export function scatter(values: readonly Value[], basis: Basis): Decimal | null {
  return divide(...scatterOf(values, basis))
}

export function scatterSql(args: readonly SqlArg[], basis: Basis): SqlFragment {
  return sql`(select ${quotient(spread, weights[basis])} from ${scatterFrom(args)})`
}

export function deviationOf(values: readonly Value[], basis: Basis): Decimal | null {
  const [numerator, denominator] = scatterOf(values, basis)
  if (denominator.isZero()) return null
  return settle(precise(numerator.dividedBy(denominator).toDecimalPlaces(DIVISION_SCALE)).sqrt())
}

export function deviationSql(args: readonly SqlArg[], basis: Basis): SqlFragment {
  const exact = sql`round(${preciseSql(spread)} / nullif(${weights[basis]}, 0), ${param(DIVISION_SCALE, 'int')})`
  const root = sql`select sqrt(${preciseSql(exact)}) from ${scatterFrom(args)}`
  return settleSql(sql`(${root})`)
}

/** Between the two numbers around the place, in proportion; null outside 0 to 1. */
export function percentileOf(list: Value, share: Decimal): Decimal | null {
  const numbers = sortedNumbers([list])
  if (share.lessThan(0) || share.greaterThan(1)) return null
  const place = share.times(numbers.length - 1)
  const low = numbers[place.floor().toNumber()]
  const high = numbers[place.ceil().toNumber()]
  if (!low || !high) return null
  return toWorkingScale(low.plus(high.minus(low).times(place.minus(place.floor()))))
}

export function percentileSql(list: SqlArg, share: SqlFragment): SqlFragment {
  const sorted = sql`select array(${valuesSql(list)} order by _l.v) as a, ${share} as p offset 0`
  const placed = sql`select _a.a, _a.p * (cardinality(_a.a) - 1) as p from (${sorted}) as _a where _a.p between 0 and 1 and cardinality(_a.a) > 0`
  const [low, high] = [sql`_q.a[floor(_q.p)::int + 1]`, sql`_q.a[ceil(_q.p)::int + 1]`]
  const between = sql`${low} + (${high} - ${low}) * (_q.p - floor(_q.p))`
  return sql`(select ${roundToWorkingScale(between)} from (${placed}) as _q)`
}

/** Two lists of numbers, row by row. */
export function checkPairs(call: Call): ValueType {
  for (const node of call.args) requireListOf(call, node, NUMBER)
  return NUMBER
}

/** Rows in which both numbers are there. */
export function pairsOf([first, second]: readonly Value[]): (readonly [Decimal, Decimal])[] {
  const others = listElements(second ?? null)
  return listElements(first ?? null).flatMap((value, index) => {
    const [a, b] = [numberOf(value), numberOf(others[index] ?? null)]
    return a && b ? [[a, b] as const] : []
  })
}

export function pairsSql(first: SqlArg, second: SqlArg): SqlFragment {
  return sql`unnest(array(${first.orderedRows()}), array(${second.orderedRows()})) as _z(a, b)`
}
