import type { StrictOperation } from '../../operation.ts'
import { floorTo, floorToSql } from '../../semantics/multiples.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const ceiling: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'CEILING',
    aliases: ['向上取整', '按倍数向上'],
    params: { en: ['number', 'multiple'], zh: ['数值', '倍数'] },
    help: {
      en: 'The smallest multiple that is not below the number; empty for multiples of zero.',
      zh: '不小于该数值的最小倍数；倍数为零时为空。',
    },
    example: ['CEILING(7.3, 0.5)', '7.5'],
  },
  check: signature(['number', 'number'], NUMBER),
  evaluate: (values) =>
    withNumbers(values, (number, multiple) => floorTo(number.negated(), multiple)?.negated() ?? null),
  sql: ({ args }) => once(args, (number, multiple) => sql`-${floorToSql(sql`(-${number})`, multiple)}`),
}
