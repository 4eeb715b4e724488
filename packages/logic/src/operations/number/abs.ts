import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { numberOf } from '../../value.ts'
import { NUMBER } from '../../value-type.ts'

export const abs: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'ABS',
    aliases: ['绝对值'],
    params: { en: ['number'], zh: ['数值'] },
    help: {
      en: 'The number without its sign.',
      zh: '取绝对值。',
    },
  },
  check: signature(['number'], NUMBER),
  evaluate([value]) {
    const number = numberOf(value ?? null)
    return number === null ? null : number.absoluteValue()
  },
  sql: ({ arg }) => sql`abs(${arg(0).value()})`,
}
