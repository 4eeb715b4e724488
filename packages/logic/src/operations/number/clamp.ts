import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const clamp: StrictOperation = {
  arity: [3, 3],
  formula: {
    name: 'CLAMP',
    aliases: ['限制范围'],
    params: { en: ['number', 'least', 'most'], zh: ['数值', '最小', '最大'] },
    help: {
      en: 'The number, kept between a least and a most value.',
      zh: '把数值限制在最小值与最大值之间。',
    },
    example: ['CLAMP(120, 0, 100)', '100'],
  },
  check: signature(['number', 'number', 'number'], NUMBER),
  evaluate: (values) =>
    withNumbers(values, (number, least, most) => Decimal.min(Decimal.max(number, least), most)),
  sql: ({ args }) =>
    once(args, (number, least, most) => {
      const isKnown = sql`${number} is not null and ${least} is not null and ${most} is not null`
      return sql`case when ${isKnown} then least(greatest(${number}, ${least}), ${most}) end`
    }),
}
