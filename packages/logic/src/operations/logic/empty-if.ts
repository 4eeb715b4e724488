import type { StrictOperation } from '../../operation.ts'
import { COMPARABLE, knownType } from '../../semantics/equality.ts'
import { sql } from '../../sql/fragment.ts'
import { agree } from '../../typing.ts'
import { isSame } from '../../value.ts'

const KINDS = COMPARABLE.filter((kind) => kind !== 'boolean')

export const emptyIf: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'EMPTYIF',
    aliases: ['等于则为空', 'NULLIF'],
    params: { en: ['value', 'other'], zh: ['值', '比较值'] },
    help: {
      en: 'The value, or empty when it equals the other.',
      zh: '返回该值；与比较值相等时为空。',
    },
    example: ['EMPTYIF(5, 0)', '5'],
  },
  check: (call) => agree(call, call.args, KINDS),
  evaluate: ([value, other], _, types) =>
    isSame(value ?? null, other ?? null, knownType(types)) ? null : (value ?? null),
  sql: ({ arg }) => sql`nullif(${arg(0).value()}, ${arg(1).value()})`,
}
