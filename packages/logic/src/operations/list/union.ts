import type { StrictOperation } from '../../operation.ts'
import {
  arraySql,
  bothSql,
  checkTwoLists,
  distinct,
  elementOf,
  filled,
  firstSeenSql,
  listAnswer,
} from '../../semantics/lists.ts'

export const union: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'UNION',
    aliases: ['并集'],
    params: { en: ['list', 'other'], zh: ['列表', '另一列表'] },
    help: {
      en: 'The values of both lists, each once.',
      zh: '两个列表的所有值，每个只保留一次。',
    },
    example: ['UNION({1, 2}, {2, 3})', '1, 2, 3'],
  },
  check: checkTwoLists,
  evaluate: ([list, other], _, types) =>
    listAnswer(
      distinct([...filled(list ?? null, elementOf(types[0])), ...filled(other ?? null, elementOf(types[0]))]),
    ),
  sql: ({ args }) => arraySql(firstSeenSql(bothSql(args))),
}
