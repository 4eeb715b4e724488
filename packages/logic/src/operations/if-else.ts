import type { LazyOperation } from '../operation.ts'
import { MANY } from '../operation.ts'
import { joinSql, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { agree, require } from '../typing.ts'
import { isTruthy } from '../value.ts'

export const ifElse: LazyOperation = {
  arity: [2, MANY],
  formula: {
    name: 'IF',
    aliases: ['如果'],
    params: { en: ['condition', 'then', '…', 'otherwise'], zh: ['条件', '成立时', '…', '否则'] },
    help: {
      en: 'The value after the first condition that holds, else the last value.',
      zh: '返回第一个成立条件对应的值，都不成立时返回最后一个值。',
    },
  },
  check(call) {
    const answers = call.args.filter((_, index) => index % 2 === 1 || index === call.args.length - 1)
    call.args.forEach((node, index) => {
      if (!answers.includes(node)) require(call, node, 'boolean')
    })
    return agree(call, answers)
  },
  evaluateLazily(args) {
    for (let index = 0; index + 1 < args.length; index += 2)
      if (isTruthy(args[index]!())) return args[index + 1]!()
    return args.length % 2 === 1 ? args.at(-1)!() : null
  },
  sql({ args }) {
    const otherwise = args.length % 2 === 1 ? sql` else ${args.at(-1)!.value()}` : sql``
    const cases: SqlFragment[] = []
    for (let index = 0; index + 1 < args.length; index += 2)
      cases.push(sql` when ${args[index]!.test()} then ${args[index + 1]!.value()}`)
    return sql`case${joinSql(cases, sql``)}${otherwise} end`
  },
}
