import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { joinSql, param, sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { agree, requireType } from '../../typing.ts'
import { integerOf } from '../../value.ts'

export const choose: StrictOperation = {
  arity: [2, MANY],
  formula: {
    name: 'CHOOSE',
    aliases: ['选择'],
    params: { en: ['index', 'first', 'second', '…'], zh: ['序号', '第一个', '第二个', '…'] },
    help: {
      en: 'The value at a position: 1 is the first; empty when there is none.',
      zh: '返回指定序号的值，1 为第一个；没有时为空。',
    },
    example: ['CHOOSE(2, "low", "high")', 'high'],
  },
  passes: (index) => index > 0,
  check(call) {
    requireType(call, call.args[0], 'number')
    return agree(call, call.args.slice(1))
  },
  evaluate: ([index, ...values]) => values[(integerOf(index ?? null) ?? 0) - 1] ?? null,
  sql: ({ args }) =>
    once(args, (index, ...values) => {
      const branches = values.map((value, at) => sql` when ${param(at + 1, 'int')} then ${value}`)
      return sql`case trunc(${index})${joinSql(branches, sql``)} end`
    }),
}
