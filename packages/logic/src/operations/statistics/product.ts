import { Decimal, toWorkingScale } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { checkNumbers, elementsSql } from '../../semantics/elements.ts'
import { numbersIn } from '../../semantics/number-lists.ts'
import { sql } from '../../sql/fragment.ts'
import { roundToWorkingScale } from '../../sql/pieces.ts'

export const product: StrictOperation = {
  arity: [1, MANY],
  formula: {
    name: 'PRODUCT',
    aliases: ['乘积'],
    params: { en: ['values', '…'], zh: ['值', '…'] },
    help: {
      en: 'All numbers multiplied, rounded half-up to 10 decimals at each step; empty ones are left out.',
      zh: '所有数值的乘积，每一步四舍五入到 10 位小数，忽略空值。',
    },
    example: ['PRODUCT(2, 3, 4)', '24'],
  },
  check: checkNumbers,
  evaluate(values) {
    const numbers = numbersIn(values)
    return numbers.length === 0
      ? null
      : numbers.reduce((product, number) => toWorkingScale(product.times(number)), new Decimal(1))
  },
  sql({ args }) {
    // An aggregate, not array(select … where …): when all but one branch of the union falls away,
    // PostgreSQL 18 takes the subqueries of the one that is left as the same for every record.
    const factors = sql`select array_agg(_l.v) filter (where _l.v is not null) as a from (${elementsSql(args)}) as _l(v)`
    const next = roundToWorkingScale(sql`_p.r * _f.a[_p.o + 1]`)
    const steps = sql`select 0, 1::numeric union all select _p.o + 1, ${next} from _p, _f where _p.o < cardinality(_f.a)`
    return sql`(with recursive _f as (${factors}), _p(o, r) as (${steps}) select _p.r from _p where _p.o > 0 order by _p.o desc limit 1)`
  },
}
