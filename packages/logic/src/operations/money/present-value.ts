import type { StrictOperation } from '../../operation.ts'
import { annuitySql, growthOf } from '../../semantics/annuity.ts'
import { precise, preciseSql, settle } from '../../semantics/irrational.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const presentValue: StrictOperation = {
  arity: [3, 4],
  formula: {
    name: 'PV',
    aliases: ['现值'],
    params: { en: ['rate', 'periods', 'payment', 'future'], zh: ['每期利率', '期数', '每期付款', '终值'] },
    help: {
      en: 'What equal payments to come, and an amount at their end, are worth today. To 10 decimals.',
      zh: '未来等额付款及期末金额在今天的现值，保留 10 位小数。',
    },
    example: ['ROUND(PV(0.005, 12, -100), 2)', '1161.89'],
  },
  check: signature(['number', 'number', 'number', 'number'], NUMBER),
  evaluate: ([rate, periods, payment, future = 0]) =>
    withNumbers([rate ?? null, periods ?? null, payment ?? null, future], (r, n, pmt, fv) => {
      const growth = growthOf(r, n)
      if (!growth) return null
      const paid = r.isZero() ? pmt.times(n) : precise(pmt).times(growth.minus(1)).dividedBy(r)
      return settle(precise(fv).plus(paid).negated().dividedBy(growth))
    }),
  // By what one unit is worth today, which may be large, and not divided by what it grows to: of a rate below zero that is so
  // small that PostgreSQL keeps too few of its digits, or none.
  sql: ({ args }) =>
    annuitySql(args, ({ rate, periods, present: payment, future }) => {
      const worth = sql`power(${preciseSql(sql`${preciseSql(sql`1`)} / (1 + ${rate})`)}, ${periods})`
      return sql`(select -(${future} * _w.v + case when ${rate} = 0 then ${payment} * ${periods} else ${payment} * (1 - _w.v) / nullif(${rate}, 0) end) from (select ${worth} as v offset 0) as _w)`
    }),
}
