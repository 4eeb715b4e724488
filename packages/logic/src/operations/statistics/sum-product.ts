import { Decimal, toWorkingScale } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { checkPairs, pairsOf, pairsSql } from '../../semantics/number-lists.ts'
import { sql } from '../../sql/fragment.ts'
import { roundToWorkingScale } from '../../sql/pieces.ts'

export const sumProduct: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'SUMPRODUCT',
    aliases: ['乘积求和'],
    params: { en: ['list', 'list'], zh: ['列表', '列表'] },
    help: {
      en: 'Multiplies two lists row by row and adds the products: SUMPRODUCT(lines.quantity, lines.price).',
      zh: '两个列表逐行相乘后求和：SUMPRODUCT(明细.数量, 明细.单价)。',
    },
    example: ['SUMPRODUCT({2, 3}, {10, 20})', '80'],
  },
  check: checkPairs,
  evaluate: (values) =>
    pairsOf(values).reduce((total, [a, b]) => total.plus(toWorkingScale(a.times(b))), new Decimal(0)),
  sql: ({ arg }) =>
    sql`(select coalesce(sum(${roundToWorkingScale(sql`_z.a * _z.b`)}), 0) from ${pairsSql(arg(0), arg(1))})`,
}
