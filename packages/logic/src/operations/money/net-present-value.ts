import { Decimal } from '../../decimal.ts'
import type { Call, StrictOperation } from '../../operation.ts'
import { precise, preciseSql, settle, settleSql } from '../../semantics/irrational.ts'
import { requireListOf } from '../../semantics/lists.ts'
import { param, sql } from '../../sql/fragment.ts'
import { requireType } from '../../typing.ts'
import { listElements, numberOf } from '../../value.ts'
import { NUMBER } from '../../value-type.ts'
import type { ValueType } from '../../value-type.ts'

const MOST_PERIODS = 600

function check(call: Call): ValueType {
  requireType(call, call.args[0], 'number')
  requireListOf(call, call.args[1], NUMBER)
  return NUMBER
}

export const netPresentValue: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'NPV',
    aliases: ['净现值'],
    params: { en: ['rate', 'amounts'], zh: ['每期利率', '金额列表'] },
    help: {
      en: 'What amounts at the ends of periods to come are worth today, at a rate per period; an empty one is nothing. To 10 decimals.',
      zh: '未来各期期末金额按每期利率折算的净现值，空值按 0 计算，保留 10 位小数。',
    },
    example: ['ROUND(NPV(0.1, {100, 100}), 2)', '173.55'],
  },
  check,
  evaluate([rate, amounts]) {
    const each = numberOf(rate ?? null)
    const list = listElements(amounts ?? null)
    if (!each || each.lessThanOrEqualTo(-1) || each.greaterThan(1) || list.length > MOST_PERIODS) return null
    const growth = precise(each.plus(1))
    const worth = list.map((value, index) =>
      precise(numberOf(value) ?? new Decimal(0)).dividedBy(growth.pow(index + 1)),
    )
    return list.length === 0 ? null : settle(worth.reduce((sum, one) => sum.plus(one)))
  },
  sql({ arg }) {
    const amounts = sql`select coalesce(_w.v, 0) as v, row_number() over () as n from (${arg(1).orderedRows()}) as _w(v)`
    const rate = sql`select ${arg(0).value()} as r offset 0`
    const worth = sql`${preciseSql(sql`_a.v`)} / power(${preciseSql(sql`(1 + _r.r)`)}, _a.n::numeric)`
    const sum = sql`select case when count(*) <= ${param(MOST_PERIODS, 'int')} then sum(${worth}) end from (${rate}) as _r, (${amounts}) as _a where _r.r > -1 and _r.r <= 1`
    return settleSql(sql`(${sum})`)
  },
}
