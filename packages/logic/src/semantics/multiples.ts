import type { Decimal } from '../decimal.ts'
import { sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'

/** The largest multiple that is not above the number; exact, as no quotient is made. Null for multiples of zero. */
export function floorTo(number: Decimal, multiple: Decimal): Decimal | null {
  const size = multiple.abs()
  return size.isZero() ? null : number.minus(number.modulo(size).plus(size).modulo(size))
}

/** `multiple` must be a value that may be written several times, as `once` gives it. */
export function floorToSql(number: SqlFragment, multiple: SqlFragment): SqlFragment {
  const size = sql`nullif(abs(${multiple}), 0)`
  return sql`(${number} - mod(mod(${number}, ${size}) + ${size}, ${size}))`
}
