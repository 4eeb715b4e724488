import type { StrictOperation } from '../../operation.ts'
import { compareCodePoints } from '../../semantics/code-points.ts'
import { arraySql, checkList, elementOf, filled, itemsSql, listAnswer } from '../../semantics/lists.ts'
import { sql } from '../../sql/fragment.ts'
import type { Value } from '../../value.ts'
import { compareValues } from '../../value.ts'

const ORDERS = ['asc', 'desc']

function isDescending(order: Value | undefined): boolean {
  return order === 'desc'
}

export const sort: StrictOperation = {
  arity: [1, 2],
  formula: {
    name: 'SORT',
    aliases: ['排序'],
    params: { en: ['list', 'order'], zh: ['列表', '顺序'] },
    help: {
      en: 'The list in order, "asc" or "desc"; texts by the codes of their characters.',
      zh: '列表排序，"asc" 升序，"desc" 降序；文本按字符编码。',
    },
    example: ['SORT({3, 1, 2}, "desc")', '3, 2, 1'],
  },
  check(call) {
    const order = call.args[1]
    if (order && !(order.kind === 'literal' && ORDERS.includes(String(order.value))))
      call.report('wrongLiteral', order, { expected: ORDERS.join(', '), operator: call.name })
    return checkList(call)
  },
  evaluate([list, order], _, types) {
    const sorted = filled(list ?? null, elementOf(types[0])).toSorted(
      (a, b) => compareValues(a, b) ?? compareCodePoints(String(a), String(b)),
    )
    return listAnswer(isDescending(order) ? sorted.toReversed() : sorted)
  },
  sql({ arg, args }) {
    const key = elementOf(arg(0).type).kind === 'text' ? sql`_i.v collate "C"` : sql`_i.v`
    const direction = isDescending(args[1]?.literal?.value) ? sql`desc` : sql`asc`
    return arraySql(sql`select _i.v from ${itemsSql(arg(0))} order by ${key} ${direction}`)
  },
}
