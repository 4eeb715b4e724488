import type { StrictOperation } from '../../operation.ts'
import { netOf, netSql } from '../../semantics/shares.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const taxAmount: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'TAXAMOUNT',
    aliases: ['税额'],
    params: { en: ['gross', 'percent'], zh: ['含税金额', '税率百分比'] },
    help: {
      en: 'The tax that an amount includes: the amount less what NETAMOUNT leaves, so that both add up.',
      zh: '含税金额中的税额：含税金额减去不含税金额，两者相加等于含税金额。',
    },
    example: ['TAXAMOUNT(113, 13)', '13'],
  },
  check: signature(['number', 'number'], NUMBER),
  evaluate: (values) =>
    withNumbers(values, (gross, percent) => {
      const net = netOf(gross, percent)
      return net && gross.minus(net)
    }),
  sql: ({ args }) => once(args, (gross, percent) => sql`${gross} - ${netSql(gross, percent)}`),
}
