import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { checkNumbers } from '../../semantics/elements.ts'
import { deviationOf, deviationSql } from '../../semantics/number-lists.ts'

export const deviationAll: StrictOperation = {
  arity: [1, MANY],
  formula: {
    name: 'STDEVP',
    aliases: ['总体标准差'],
    params: { en: ['values', '…'], zh: ['值', '…'] },
    help: {
      en: 'Standard deviation of the whole population, to 10 decimals.',
      zh: '总体标准差，保留 10 位小数。',
    },
    example: ['STDEVP(2, 4, 4, 4, 5, 5, 7, 9)', '2'],
  },
  check: checkNumbers,
  evaluate: (values) => deviationOf(values, 'population'),
  sql: ({ args }) => deviationSql(args, 'population'),
}
