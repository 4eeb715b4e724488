import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { checkLists } from '../../semantics/membership.ts'
import { asFlag } from '../../sql/pieces.ts'
import { listElements } from '../../value.ts'

export const hasAny: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'HASANY',
    aliases: ['包含任一'],
    params: { en: ['list', 'values'], zh: ['列表', '值'] },
    help: {
      en: 'True when the list has at least one of the values.',
      zh: '列表包含其中至少一个值时为真。',
    },
  },
  sentence: { en: '{0} has any of {1}', zh: '{0} 包含 {1} 中任一' },
  check: checkLists,
  evaluate([list, wanted]) {
    const has = listElements(list ?? null)
    return has.length > 0 && listElements(wanted ?? null).some((value) => has.includes(value))
  },
  sql: ({ arg, mode }) => asFlag(sql`${arg(0).value()} && ${arg(1).value()}`, mode),
}
