import type { StrictOperation } from '../../operation.ts'
import { annuitySql, growthOf } from '../../semantics/annuity.ts'
import { precise, settle } from '../../semantics/irrational.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const futureValue: StrictOperation = {
  arity: [3, 4],
  formula: {
    name: 'FV',
    aliases: ['终值'],
    params: { en: ['rate', 'periods', 'payment', 'present'], zh: ['每期利率', '期数', '每期付款', '现值'] },
    help: {
      en: 'What a present amount and equal payments come to after some periods. As in spreadsheets, money paid in is negative. To 10 decimals.',
      zh: '现值与等额付款在若干期后的终值。与电子表格一致，投入为负，保留 10 位小数。',
    },
    example: ['ROUND(FV(0.005, 12, -100), 2)', '1233.56'],
  },
  check: signature(['number', 'number', 'number', 'number'], NUMBER),
  evaluate: ([rate, periods, payment, present = 0]) =>
    withNumbers([rate ?? null, periods ?? null, payment ?? null, present], (r, n, pmt, pv) => {
      const growth = growthOf(r, n)
      if (!growth) return null
      const paid = r.isZero() ? pmt.times(n) : precise(pmt).times(growth.minus(1)).dividedBy(r)
      return settle(precise(pv).times(growth).plus(paid).negated())
    }),
  sql: ({ args }) =>
    annuitySql(args, ({ rate, periods, present: payment, future: present, growth }) => {
      const paid = sql`case when ${rate} = 0 then ${payment} * ${periods} else ${payment} * (${growth} - 1) / nullif(${rate}, 0) end`
      return sql`-(${present} * ${growth} + ${paid})`
    }),
}
