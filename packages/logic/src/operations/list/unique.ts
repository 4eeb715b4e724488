import type { StrictOperation } from '../../operation.ts'
import {
  arraySql,
  checkList,
  distinct,
  elementOf,
  filled,
  firstSeenSql,
  itemsSql,
  listAnswer,
} from '../../semantics/lists.ts'

export const unique: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'UNIQUE',
    aliases: ['去重'],
    params: { en: ['list'], zh: ['列表'] },
    help: {
      en: 'Every value of the list once, in order of first appearance.',
      zh: '列表中的每个值只保留一次，按首次出现的顺序。',
    },
    example: ['UNIQUE({3, 1, 3})', '3, 1'],
  },
  check: checkList,
  evaluate: ([list], _, types) => listAnswer(distinct(filled(list ?? null, elementOf(types[0])))),
  sql: ({ arg }) => arraySql(firstSeenSql(itemsSql(arg(0)))),
}
