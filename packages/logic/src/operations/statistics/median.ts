import { Decimal, divide } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { checkNumbers, elementsSql } from '../../semantics/elements.ts'
import { sortedNumbers } from '../../semantics/number-lists.ts'
import { sql } from '../../sql/fragment.ts'
import { quotient } from '../../sql/pieces.ts'

export const median: StrictOperation = {
  arity: [1, MANY],
  formula: {
    name: 'MEDIAN',
    aliases: ['中位数'],
    params: { en: ['values', '…'], zh: ['值', '…'] },
    help: {
      en: 'The value in the middle of all numbers, or the average of the two in the middle.',
      zh: '所有数值的中位数；个数为偶数时取中间两数的平均。',
    },
    example: ['MEDIAN(1, 2, 10)', '2'],
  },
  check: checkNumbers,
  evaluate(values) {
    const numbers = sortedNumbers(values)
    const middle = (numbers.length - 1) / 2
    const [low, high] = [numbers[Math.floor(middle)], numbers[Math.ceil(middle)]]
    return low && high ? divide(low.plus(high), new Decimal(2)) : null
  },
  sql({ args }) {
    const place = sql`row_number() over (order by _l.v) as r, count(*) over () as n`
    const placed = sql`select _l.v, ${place} from (${elementsSql(args)}) as _l(v) where _l.v is not null`
    return sql`(select ${quotient(sql`sum(_m.v)`, sql`count(*)::numeric`)} from (${placed}) as _m where _m.r in ((_m.n + 1) / 2, (_m.n + 2) / 2))`
  },
}
