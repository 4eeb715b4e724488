import type { StrictOperation } from '../../operation.ts'
import { checkListAndValue, elementOf } from '../../semantics/lists.ts'
import { isMember } from '../../semantics/membership.ts'
import { sql } from '../../sql/fragment.ts'
import { asFlag } from '../../sql/pieces.ts'
import { BOOLEAN } from '../../value-type.ts'
import { listElements } from '../../value.ts'

export const listContains: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'LISTCONTAINS',
    aliases: ['列表包含'],
    params: { en: ['list', 'value'], zh: ['列表', '值'] },
    help: {
      en: 'True when the list has the value.',
      zh: '列表中有该值时为真。',
    },
    example: ['LISTCONTAINS({"a", "b"}, "b")', 'TRUE'],
  },
  sentence: { en: '{0} includes {1}', zh: '{0} 含有 {1}' },
  check(call) {
    const [list, value] = call.args
    if (list && value) checkListAndValue(call, list, value)
    return BOOLEAN
  },
  evaluate: ([list, value], _, types) =>
    isMember(value ?? null, listElements(list ?? null), elementOf(types[0])),
  sql: ({ arg, mode }) => asFlag(sql`${arg(1).value()} in (${arg(0).rows()})`, mode),
}
