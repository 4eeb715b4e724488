import type { StrictOperation } from '../../operation.ts'
import { annuitySql, growthOf } from '../../semantics/annuity.ts'
import { precise, preciseSql, settle } from '../../semantics/irrational.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const payment: StrictOperation = {
  arity: [3, 4],
  formula: {
    name: 'PMT',
    aliases: ['每期付款'],
    params: { en: ['rate', 'periods', 'present', 'future'], zh: ['每期利率', '期数', '现值', '终值'] },
    help: {
      en: 'The equal payment per period that pays off an amount, at a rate per period: 0.5 % a month is 0.005. As in spreadsheets, money paid is negative. To 10 decimals.',
      zh: '等额还款的每期付款额，利率为每期利率，例如每月 0.5% 为 0.005。与电子表格一致，支出为负，保留 10 位小数。',
    },
    example: ['ROUND(PMT(0.005, 12, 10000), 2)', '-860.66'],
  },
  check: signature(['number', 'number', 'number', 'number'], NUMBER),
  evaluate: ([rate, periods, present, future = 0]) =>
    withNumbers([rate ?? null, periods ?? null, present ?? null, future], (r, n, pv, fv) => {
      const growth = growthOf(r, n)
      if (!growth) return null
      if (r.isZero()) return settle(precise(pv.plus(fv).negated()).dividedBy(n))
      return settle(precise(pv).times(growth).plus(fv).times(r).negated().dividedBy(growth.minus(1)))
    }),
  sql: ({ args }) =>
    annuitySql(args, ({ rate, periods, present, future, growth }) => {
      const flat = sql`-(${preciseSql(present)} + ${future}) / ${periods}`
      const grown = sql`-(${present} * ${growth} + ${future}) * ${rate} / nullif(${growth} - 1, 0)`
      return sql`case when ${rate} = 0 then ${flat} else ${grown} end`
    }),
}
