import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { joinSql, sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { BOOLEAN } from '../../value-type.ts'
import { isTruthy } from '../../value.ts'

export const xor: StrictOperation = {
  arity: [1, MANY],
  formula: {
    name: 'XOR',
    aliases: ['异或'],
    params: { en: ['condition', '…'], zh: ['条件', '…'] },
    help: {
      en: 'True when an odd number of conditions holds; of two: exactly one.',
      zh: '成立的条件为奇数个时为真；两个条件时即恰有一个成立。',
    },
    example: ['XOR(TRUE, FALSE)', 'TRUE'],
  },
  sentence: { en: 'exactly one of {0} and {1}', zh: '{0} 与 {1} 恰有一个成立' },
  check: signature([], BOOLEAN, 'boolean'),
  evaluate: (values) => values.filter(isTruthy).length % 2 === 1,
  sql({ args }) {
    const flags = args.map((arg) => sql`coalesce(${arg.value()}, false)::int`)
    return sql`(${joinSql(flags, sql` + `)}) % 2 = 1`
  },
}
