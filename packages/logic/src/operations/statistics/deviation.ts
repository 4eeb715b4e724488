import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { checkNumbers } from '../../semantics/elements.ts'
import { deviationOf, deviationSql } from '../../semantics/number-lists.ts'

export const deviation: StrictOperation = {
  arity: [1, MANY],
  formula: {
    name: 'STDEV',
    aliases: ['标准差', '样本标准差'],
    params: { en: ['values', '…'], zh: ['值', '…'] },
    help: {
      en: 'Standard deviation of a sample, to 10 decimals; empty for less than two numbers.',
      zh: '样本标准差，保留 10 位小数；不足两个数值时为空。',
    },
    example: ['STDEV(1, 2, 3, 4)', '1.2909944487'],
  },
  check: checkNumbers,
  evaluate: (values) => deviationOf(values, 'sample'),
  sql: ({ args }) => deviationSql(args, 'sample'),
}
