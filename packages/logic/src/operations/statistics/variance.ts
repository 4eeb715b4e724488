import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { checkNumbers } from '../../semantics/elements.ts'
import { scatter, scatterSql } from '../../semantics/number-lists.ts'

export const variance: StrictOperation = {
  arity: [1, MANY],
  formula: {
    name: 'VAR',
    aliases: ['样本方差', '方差'],
    params: { en: ['values', '…'], zh: ['值', '…'] },
    help: {
      en: 'How much the numbers scatter: variance of a sample, to 10 decimals; empty for less than two numbers.',
      zh: '样本方差，保留 10 位小数；不足两个数值时为空。',
    },
    example: ['VAR(1, 2, 3, 4)', '1.6666666667'],
  },
  check: checkNumbers,
  evaluate: (values) => scatter(values, 'sample'),
  sql: ({ args }) => scatterSql(args, 'sample'),
}
