import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { agreeComparable, knownType } from '../../semantics/equality.ts'
import type { SqlFragment } from '../../sql/fragment.ts'
import { joinSql, sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { agree } from '../../typing.ts'
import type { ValueType } from '../../value-type.ts'
import { isSame } from '../../value.ts'

/** Case and result take turns after the value; a result without a case comes last. */
function split<T>(rest: readonly T[]): { cases: T[]; results: T[] } {
  const isResult = (index: number) => index % 2 === 1 || index === rest.length - 1
  return {
    cases: rest.filter((_, index) => !isResult(index)),
    results: rest.filter((_, index) => isResult(index)),
  }
}

function sameSql(value: SqlFragment, other: SqlFragment, type: ValueType): SqlFragment {
  if (type.kind !== 'boolean') return sql`${value} is not distinct from ${other}`
  return sql`coalesce(${value}, false) = coalesce(${other}, false)`
}

export const switchCase: StrictOperation = {
  arity: [3, MANY],
  formula: {
    name: 'SWITCH',
    aliases: ['匹配', 'CASE'],
    params: { en: ['value', 'case', 'result', '…', 'otherwise'], zh: ['值', '情况', '结果', '…', '否则'] },
    help: {
      en: 'The result beside the first case that equals the value, else the last value.',
      zh: '返回第一个与值相等的情况对应的结果，都不相等时返回最后一个值。',
    },
    example: ['SWITCH("b", "a", 1, "b", 2, 0)', '2'],
  },
  passes: (index, count) => index > 0 && (index % 2 === 0 || index === count - 1),
  check(call) {
    const [value, ...rest] = call.args
    const { cases, results } = split(rest)
    agreeComparable(call, value ? [value, ...cases] : cases)
    return agree(call, results)
  },
  evaluate([value, ...rest], _, types) {
    const { cases, results } = split(rest)
    const type = knownType(types.slice(0, 2))
    const index = cases.findIndex((each) => isSame(value ?? null, each, type))
    return results[index === -1 ? cases.length : index] ?? null
  },
  sql({ args }) {
    const type = knownType(args.slice(0, 2).map((arg) => arg.type))
    return once(args, (value, ...rest) => {
      const { cases, results } = split(rest)
      const branches = results.map((result, index) => {
        const each = cases[index]
        return each ? sql` when ${sameSql(value, each, type)} then ${result}` : sql` else ${result}`
      })
      return sql`case${joinSql(branches, sql``)} end`
    })
  },
}
