import type { StrictOperation } from '../../operation.ts'
import { floorTo, floorToSql } from '../../semantics/multiples.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const mround: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'MROUND',
    aliases: ['舍入到倍数'],
    params: { en: ['number', 'multiple'], zh: ['数值', '倍数'] },
    help: {
      en: 'The nearest multiple, halves away from zero; empty for multiples of zero.',
      zh: '最接近的倍数，正中间时远离零；倍数为零时为空。',
    },
    example: ['MROUND(7.3, 0.5)', '7.5'],
  },
  check: signature(['number', 'number'], NUMBER),
  evaluate: (values) =>
    withNumbers(values, (number, multiple) => {
      const nearest = floorTo(number.abs().plus(multiple.abs().times(0.5)), multiple)
      return nearest && number.lessThan(0) ? nearest.negated() : nearest
    }),
  sql: ({ args }) =>
    once(args, (number, multiple) => {
      const nearest = floorToSql(sql`(abs(${number}) + abs(${multiple}) * 0.5)`, multiple)
      return sql`case when ${number} < 0 then -${nearest} else ${nearest} end`
    }),
}
