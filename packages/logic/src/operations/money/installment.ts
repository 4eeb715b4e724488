import type { StrictOperation } from '../../operation.ts'
import { partOf, partSql } from '../../semantics/shares.ts'
import { withNumbers } from '../../semantics/with-values.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const installment: StrictOperation = {
  arity: [3, 3],
  formula: {
    name: 'INSTALLMENT',
    aliases: ['分期金额'],
    params: { en: ['total', 'count', 'number'], zh: ['总额', '期数', '第几期'] },
    help: {
      en: 'The part of an amount for one of equal parts, to 2 decimals; the first parts take the cents that are over, so that all add up.',
      zh: '总额分为若干期后某一期的金额，保留 2 位小数；余下的分依次计入前几期，各期之和等于总额。',
    },
    example: ['INSTALLMENT(100, 3, 1)', '33.34'],
  },
  check: signature(['number', 'number', 'number'], NUMBER),
  evaluate: (values) => withNumbers(values, partOf),
  sql: ({ args }) => once(args, partSql),
}
