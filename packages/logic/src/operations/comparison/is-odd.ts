import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { asFlag } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'
import { numberOf } from '../../value.ts'

export const isOdd: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'ISODD',
    aliases: ['为奇数'],
    params: { en: ['number'], zh: ['数值'] },
    help: {
      en: 'True for odd numbers; decimals are cut off.',
      zh: '奇数为真，小数部分舍去。',
    },
    example: ['ISODD(4)', 'FALSE'],
  },
  sentence: { en: '{0} is odd', zh: '{0} 是奇数' },
  check: signature(['number'], BOOLEAN),
  evaluate([value]) {
    const number = numberOf(value ?? null)
    return number !== null && !number.trunc().modulo(2).isZero()
  },
  sql: ({ arg, mode }) => asFlag(sql`mod(trunc(${arg(0).value()}), 2) <> 0`, mode),
}
