import { DIVISION_SCALE, Decimal, toWorkingScale } from '../decimal.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'

/** Enough digits for the largest answer with the scale a quotient is taken to, and guard digits for powers before it. */
const Precise = Decimal.clone({ precision: 120 })
const SPARE_DIGITS = 60
const LARGEST = `1${'0'.repeat(40)}`

/** The number for roots, powers and logarithms, which have more digits than can be kept. */
export function precise(number: Decimal): Decimal {
  return new Precise(number)
}

/**
 * Answer of a calculation whose digits do not end: half-up to 22 and then to 10 decimals, as quotients are; null from
 * 10^40 on, which no column holds.
 */
export function settle(number: Decimal): Decimal | null {
  if (!number.isFinite() || number.abs().greaterThanOrEqualTo(LARGEST)) return null
  return toWorkingScale(new Decimal(number.toDecimalPlaces(DIVISION_SCALE)))
}

const zeros = param(`0.${'0'.repeat(SPARE_DIGITS)}`, 'numeric')

/** PostgreSQL chooses the digits of roots and powers by their operands: this one asks for enough. */
export function preciseSql(number: SqlFragment): SqlFragment {
  return sql`(${number} + ${zeros})`
}

export function settleSql(number: SqlFragment): SqlFragment {
  const rounded = sql`round(round(_i.r, ${param(DIVISION_SCALE, 'int')}), 10)`
  return sql`(select case when abs(_i.r) < ${param(LARGEST, 'numeric')} then ${rounded} end from (select ${number} as r offset 0) as _i)`
}
