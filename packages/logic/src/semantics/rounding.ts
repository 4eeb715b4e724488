import type { Rounding } from '../decimal.ts'
import { Decimal } from '../decimal.ts'
import type { Call, SqlArg } from '../operation.ts'
import { literalInteger, requireType } from '../typing.ts'
import { integerOf } from '../value.ts'
import { NUMBER } from '../value-type.ts'
import type { ValueType } from '../value-type.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'

const MOST_DIGITS = 10
const LEAST_DIGITS = -15

export function checkRounding(call: Call): ValueType {
  requireType(call, call.args[0], 'number')
  literalInteger(call, 1, LEAST_DIGITS, MOST_DIGITS)
  return NUMBER
}

/** Digits after the point; negative digits round to tens, hundreds and so on. */
export function roundDigits(number: Decimal, digits: number, mode: Rounding): Decimal {
  if (digits >= 0) return number.toDecimalPlaces(digits, mode)
  const unit = new Decimal(10).pow(-digits)
  return number.dividedBy(unit).toDecimalPlaces(0, mode).times(unit)
}

export function digitsOf(arg: SqlArg | undefined): number {
  return integerOf(arg?.literal?.value ?? null) ?? 0
}

/** PostgreSQL has no rounding away from zero. */
export function roundUpSql(number: SqlFragment, digits: number): SqlFragment {
  const power = (exponent: number) => param(new Decimal(10).pow(exponent).toFixed(), 'numeric')
  return sql`(sign(${number}) * ceil(abs(${number}) * ${power(digits)}) * ${power(-digits)})`
}
