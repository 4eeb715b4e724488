import type { StrictOperation } from '../../operation.ts'
import { netOf, netSql } from '../../semantics/shares.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const netAmount: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'NETAMOUNT',
    aliases: ['不含税金额'],
    params: { en: ['gross', 'percent'], zh: ['含税金额', '税率百分比'] },
    help: {
      en: 'The amount without tax, rounded half-up to 2 decimals; 13 stands for 13 %.',
      zh: '不含税金额，四舍五入到 2 位小数；13 表示 13%。',
    },
    example: ['NETAMOUNT(113, 13)', '100'],
  },
  check: signature(['number', 'number'], NUMBER),
  evaluate: (values) => withNumbers(values, netOf),
  sql: ({ args }) => once(args, netSql),
}
