import type { Decimal } from '../decimal.ts'
import type { SqlArg } from '../operation.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { once } from '../sql/once.ts'
import { precise, preciseSql, settleSql } from './irrational.ts'

const MOST_PERIODS = 600

/** What one unit grows to; null unless the rate lies above -100 % up to 100 % and the periods are 1 to 600 whole ones. */
export function growthOf(rate: Decimal, periods: Decimal): Decimal | null {
  if (rate.lessThanOrEqualTo(-1) || rate.greaterThan(1)) return null
  if (!periods.isInteger() || periods.lessThan(1) || periods.greaterThan(MOST_PERIODS)) return null
  return precise(rate.plus(1)).pow(periods)
}

interface Annuity {
  readonly rate: SqlFragment
  readonly periods: SqlFragment
  readonly present: SqlFragment
  readonly future: SqlFragment
  readonly growth: SqlFragment
}

/** Rate, periods and two amounts, the second of which may be left out. */
export function annuitySql(args: readonly SqlArg[], value: (annuity: Annuity) => SqlFragment): SqlFragment {
  return once(args, (rate, periods, present, given) => {
    const future = args.length > 3 ? given : sql`0::numeric`
    const isPossible = sql`${rate} > -1 and ${rate} <= 1 and ${periods} = trunc(${periods}) and ${periods} between 1 and ${param(MOST_PERIODS, 'int')}`
    const growth = sql`power(${preciseSql(sql`(1 + ${rate})`)}, ${periods})`
    const found = sql`select ${rate} as r, ${periods} as n, ${present} as p, ${future} as f, case when ${isPossible} then ${growth} end as g offset 0`
    const result = value({
      rate: sql`_a.r`,
      periods: sql`_a.n`,
      present: sql`_a.p`,
      future: sql`_a.f`,
      growth: sql`_a.g`,
    })
    return settleSql(sql`(select case when _a.g is not null then ${result} end from (${found}) as _a)`)
  })
}
