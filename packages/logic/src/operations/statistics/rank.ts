import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { requireListOf } from '../../semantics/lists.ts'
import { numbersIn } from '../../semantics/number-lists.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { requireType } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const rank: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'RANK',
    aliases: ['排名'],
    params: { en: ['number', 'list'], zh: ['数值', '列表'] },
    help: {
      en: 'The place of a number among the numbers of a list, 1 for the largest.',
      zh: '数值在列表中从大到小的名次，最大为 1。',
    },
    example: ['RANK(5, {3, 9, 5})', '2'],
  },
  check(call) {
    requireType(call, call.args[0], 'number')
    requireListOf(call, call.args[1], NUMBER)
    return NUMBER
  },
  evaluate: ([value, list]) =>
    withNumbers([value ?? null], (number) => {
      const larger = numbersIn([list ?? null]).filter((other) => other.greaterThan(number))
      return new Decimal(larger.length + 1)
    }),
  sql({ arg }) {
    const larger = sql`select count(*) + 1 from (${arg(1).rows()}) as _l(v) where _l.v > _x.x`
    return sql`(select (${larger})::numeric from (select ${arg(0).value()} as x offset 0) as _x where _x.x is not null)`
  },
}
