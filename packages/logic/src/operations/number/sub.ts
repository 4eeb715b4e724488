import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { numberOf } from '../../value.ts'
import { NUMBER } from '../../value-type.ts'

export const sub: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'SUBTRACT',
    aliases: ['减'],
    params: { en: ['a', 'b'], zh: ['甲', '乙'] },
    help: {
      en: 'Subtracts the second number.',
      zh: '第一个数减第二个数。',
    },
  },
  check: signature(['number', 'number'], NUMBER),
  evaluate([first, second]) {
    const a = numberOf(first ?? null)
    const b = numberOf(second ?? null)
    return a === null || b === null ? null : a.minus(b)
  },
  sql: ({ arg }) => sql`(${arg(0).value()} - ${arg(1).value()})`,
}
