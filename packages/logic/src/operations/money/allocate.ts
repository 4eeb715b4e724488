import type { Call, StrictOperation } from '../../operation.ts'
import { shareOf, shareSql } from '../../semantics/allocation.ts'
import { requireListOf } from '../../semantics/lists.ts'
import { requireType } from '../../typing.ts'
import { listElements, numberOf } from '../../value.ts'
import { NUMBER } from '../../value-type.ts'
import type { ValueType } from '../../value-type.ts'

function check(call: Call): ValueType {
  requireType(call, call.args[0], 'number')
  requireListOf(call, call.args[1], NUMBER)
  requireType(call, call.args[2], 'number')
  return NUMBER
}

export const allocate: StrictOperation = {
  arity: [3, 3],
  formula: {
    name: 'ALLOCATE',
    aliases: ['按比例分摊'],
    params: { en: ['total', 'ratios', 'number'], zh: ['总额', '比例列表', '第几份'] },
    help: {
      en: 'The part of an amount by a list of ratios, to 2 decimals: the cents that are over go to the largest remainders, so that all parts add up.',
      zh: '把总额按比例列表分摊后某一份的金额，保留 2 位小数；余下的分计入余数最大的几份，各份之和等于总额。',
    },
    example: ['ALLOCATE(100, {1, 1, 1}, 1)', '33.34'],
  },
  check,
  evaluate([total, ratios, number]) {
    const [amount, place] = [numberOf(total ?? null), numberOf(number ?? null)]
    if (!amount || !place) return null
    return shareOf(amount, listElements(ratios ?? null).map(numberOf), place)
  },
  sql: ({ arg }) => shareSql(arg(0).value(), arg(1), arg(2).value()),
}
