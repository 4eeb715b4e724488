import type { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { checkNumbers, elementsSql } from '../../semantics/elements.ts'
import { sortedNumbers } from '../../semantics/number-lists.ts'
import { sql } from '../../sql/fragment.ts'

export const mode: StrictOperation = {
  arity: [1, MANY],
  formula: {
    name: 'MODE',
    aliases: ['众数'],
    params: { en: ['values', '…'], zh: ['值', '…'] },
    help: {
      en: 'The number that occurs most often; the smallest of several.',
      zh: '出现次数最多的数值；有多个时取最小的。',
    },
    example: ['MODE(3, 5, 5, 3, 1)', '3'],
  },
  check: checkNumbers,
  evaluate(values) {
    let best: Decimal | null = null
    let most = 0
    const numbers = sortedNumbers(values)
    for (const number of numbers) {
      const times = numbers.filter((other) => other.equals(number)).length
      if (times > most) [best, most] = [number, times]
    }
    return best
  },
  sql: ({ args }) =>
    sql`(select _l.v from (${elementsSql(args)}) as _l(v) where _l.v is not null group by _l.v order by count(*) desc, _l.v limit 1)`,
}
