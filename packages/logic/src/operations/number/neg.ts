import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { numberOf } from '../../value.ts'
import { NUMBER } from '../../value-type.ts'

export const neg: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'NEGATE',
    aliases: ['取负'],
    params: { en: ['number'], zh: ['数值'] },
    help: {
      en: 'The number with the opposite sign.',
      zh: '取相反数。',
    },
  },
  check: signature(['number'], NUMBER),
  evaluate([value]) {
    const number = numberOf(value ?? null)
    return number === null ? null : number.negated()
  },
  sql: ({ arg }) => sql`(- ${arg(0).value()})`,
}
