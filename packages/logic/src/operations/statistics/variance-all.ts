import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { checkNumbers } from '../../semantics/elements.ts'
import { scatter, scatterSql } from '../../semantics/number-lists.ts'

export const varianceAll: StrictOperation = {
  arity: [1, MANY],
  formula: {
    name: 'VARP',
    aliases: ['总体方差'],
    params: { en: ['values', '…'], zh: ['值', '…'] },
    help: {
      en: 'Variance of the numbers taken as the whole population, to 10 decimals.',
      zh: '总体方差，保留 10 位小数。',
    },
    example: ['VARP(1, 2, 3, 4)', '1.25'],
  },
  check: checkNumbers,
  evaluate: (values) => scatter(values, 'population'),
  sql: ({ args }) => scatterSql(args, 'population'),
}
