import type { StrictOperation } from '../../operation.ts'
import { floorTo, floorToSql } from '../../semantics/multiples.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const floor: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'FLOOR',
    aliases: ['向下取整', '按倍数向下'],
    params: { en: ['number', 'multiple'], zh: ['数值', '倍数'] },
    help: {
      en: 'The largest multiple that is not above the number; empty for multiples of zero.',
      zh: '不大于该数值的最大倍数；倍数为零时为空。',
    },
    example: ['FLOOR(7.3, 0.5)', '7'],
  },
  check: signature(['number', 'number'], NUMBER),
  evaluate: (values) => withNumbers(values, floorTo),
  sql: ({ args }) => once(args, floorToSql),
}
