import type { LazyOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { joinSql, sql } from '../../sql/fragment.ts'
import { agree, requireType } from '../../typing.ts'
import { isTruthy } from '../../value.ts'

/** Condition and answer take turns; an answer without a condition comes last. */
function branches<T>(args: readonly T[]): { conditions: T[]; answers: T[] } {
  const isAnswer = (index: number) => index % 2 === 1 || index === args.length - 1
  return {
    conditions: args.filter((_, index) => !isAnswer(index)),
    answers: args.filter((_, index) => isAnswer(index)),
  }
}

export const ifElse: LazyOperation = {
  arity: [2, MANY],
  formula: {
    name: 'IF',
    aliases: ['如果', 'IFS'],
    params: { en: ['condition', 'then', '…', 'otherwise'], zh: ['条件', '成立时', '…', '否则'] },
    help: {
      en: 'The value after the first condition that holds, else the last value.',
      zh: '返回第一个成立条件对应的值，都不成立时返回最后一个值。',
    },
  },
  passes: (index, count) => index % 2 === 1 || index === count - 1,
  check(call) {
    const { conditions, answers } = branches(call.args)
    for (const node of conditions) requireType(call, node, 'boolean')
    return agree(call, answers)
  },
  evaluateLazily(args) {
    const { conditions, answers } = branches(args)
    const index = conditions.findIndex((condition) => isTruthy(condition()))
    return answers.at(index === -1 ? conditions.length : index)?.() ?? null
  },
  sql({ args }) {
    const { conditions, answers } = branches(args)
    const cases = answers.map((answer, index) => {
      const condition = conditions[index]
      return condition ? sql` when ${condition.test()} then ${answer.value()}` : sql` else ${answer.value()}`
    })
    return sql`case${joinSql(cases, sql``)} end`
  },
}
