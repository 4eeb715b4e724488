import { Decimal as Base } from 'decimal.js'

/**
 * The one decimal of the product. Wide enough that sums and products of stored numbers are exact before they are
 * rounded, because PostgreSQL's `numeric` is exact there too.
 */
export const Decimal = Base.clone({
  precision: 100,
  rounding: Base.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
})
export type Decimal = Base
export type Rounding = Base.Rounding

/** Products, quotients and averages are rounded half-up to this many decimals, here and in SQL. */
export const WORKING_SCALE = 10
/** A quotient is first taken to this many decimals: PostgreSQL's own choice of digits depends on the operands. */
export const DIVISION_SCALE = 22

const PLAIN = /^[+-]?\d{1,60}(\.\d{1,40})?$/

/** Reads a plain decimal ("1234.50", no exponent, no grouping); null when it is none. */
export function parseDecimal(text: string): Decimal | null {
  return PLAIN.test(text) ? new Decimal(text) : null
}

/** Shortest plain form: no exponent, no trailing zeros, no negative zero. */
export function formatDecimal(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed()
}

function read(value: string | Decimal): Decimal {
  const decimal = typeof value === 'string' ? parseDecimal(value) : value
  if (decimal === null) throw new TypeError('not a plain decimal')
  return decimal
}

/** Exact sum of plain decimals. */
export function addDecimals(...values: (string | Decimal)[]): string {
  return formatDecimal(values.reduce<Decimal>((sum, value) => sum.plus(read(value)), new Decimal(0)))
}

/** -1, 0 or 1 by value: "1.50" equals "1.5". */
export function compareDecimals(a: string | Decimal, b: string | Decimal): -1 | 0 | 1 {
  return read(a).comparedTo(read(b)) as -1 | 0 | 1
}

/** Half away from zero, half to the even digit, away from zero, towards zero. */
export type RoundingRule = 'halfUp' | 'halfEven' | 'up' | 'down'

const RULES: Readonly<Record<RoundingRule, Rounding>> = {
  halfUp: Base.ROUND_HALF_UP,
  halfEven: Base.ROUND_HALF_EVEN,
  up: Base.ROUND_UP,
  down: Base.ROUND_DOWN,
}

/** Rounds, half-up unless told otherwise, and writes exactly `scale` decimals: `roundTo('2.345', 2)` is "2.35". */
export function roundTo(value: string | Decimal, scale: number, rule: RoundingRule = 'halfUp'): string {
  const rounded = read(value).toDecimalPlaces(scale, RULES[rule])
  return (rounded.isZero() ? rounded.abs() : rounded).toFixed(scale)
}

/** Digits after the point as they count: "1.50" has 1. */
export function digitsAfterPoint(value: string | Decimal): number {
  return read(value).decimalPlaces()
}

/** Digits before the point: "0.5" has 0, "1234.5" has 4. */
export function digitsBeforePoint(value: string | Decimal): number {
  const whole = read(value).abs().trunc()
  return whole.isZero() ? 0 : whole.toFixed().length
}

export function toWorkingScale(value: Decimal): Decimal {
  return value.toDecimalPlaces(WORKING_SCALE)
}

/** Quotient by the product's rounding rule; null when the divisor is zero. */
export function divide(a: Decimal, b: Decimal): Decimal | null {
  return b.isZero() ? null : toWorkingScale(a.dividedBy(b).toDecimalPlaces(DIVISION_SCALE))
}
