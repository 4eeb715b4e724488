import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { checkLists } from '../../semantics/membership.ts'
import { asFlag } from '../../sql/pieces.ts'
import { listElements } from '../../value.ts'

export const hasAll: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'HASALL',
    aliases: ['包含全部'],
    params: { en: ['list', 'values'], zh: ['列表', '值'] },
    help: {
      en: 'True when the list has all of the values.',
      zh: '列表包含全部这些值时为真。',
    },
  },
  sentence: { en: '{0} has all of {1}', zh: '{0} 包含 {1} 全部' },
  check: checkLists,
  evaluate([list, wanted]) {
    const has = listElements(list ?? null)
    return has.length > 0 && listElements(wanted ?? null).every((value) => has.includes(value))
  },
  sql({ arg, mode }) {
    // A list that turns out empty is null, and every list has all of nothing.
    const isKnown = arg(1).literal !== undefined && arg(1).literal?.value !== null
    const wanted = isKnown ? arg(1).value() : sql`coalesce(${arg(1).value()}, '{}')`
    return asFlag(sql`${arg(0).value()} @> ${wanted}`, mode)
  },
}
