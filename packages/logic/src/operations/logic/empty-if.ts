import type { StrictOperation } from '../../operation.ts'
import { asText } from '../../read-path.ts'
import { agreeComparable, COMPARABLE, knownType } from '../../semantics/equality.ts'
import { sql } from '../../sql/fragment.ts'
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
  passes: (index) => index === 0,
  check: (call) => agreeComparable(call, call.args, KINDS),
  evaluate: ([value, other], _, types) =>
    isSame(asText(value ?? null), other ?? null, knownType(types)) ? null : (value ?? null),
  sql: ({ arg }) => sql`nullif(${arg(0).value()}, ${arg(1).value()})`,
}
