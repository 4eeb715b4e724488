import type { LazyOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { joinSql, sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { asFlag } from '../../sql/pieces.ts'
import { isNeverNull } from '../../semantics/never-null.ts'
import { signature } from '../../typing.ts'
import { isTruthy } from '../../value.ts'
import type { Value } from '../../value.ts'
import { BOOLEAN } from '../../value-type.ts'

export const and: LazyOperation = {
  arity: [1, MANY],
  formula: {
    name: 'AND',
    aliases: ['且', '并且'],
    params: { en: ['condition', '…'], zh: ['条件', '…'] },
    help: {
      en: 'True when every condition holds.',
      zh: '所有条件都成立时为真。',
    },
  },
  check: signature([], BOOLEAN, 'boolean'),
  evaluateLazily(args) {
    let value: Value = null
    for (const arg of args) {
      value = arg()
      if (!isTruthy(value)) return value
    }
    return value
  },
  sql({ args, mode }) {
    const joined = joinSql(
      args.map((arg) => arg.test()),
      sql` and `,
    )
    if (mode === 'test') return joined
    if (args.every((arg) => isNeverNull(arg.node))) return asFlag(joined, mode)
    // As a value the answer is the deciding argument itself, which may be null.
    return once(args, (...values) =>
      values.reduceRight((rest, left) => sql`case when ${left} then ${rest} else ${left} end`),
    )
  },
}
