import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { list } from '../../sql/pieces.ts'
import { agree } from '../../typing.ts'
import { isEmptyValue } from '../../value.ts'

export const coalesce: StrictOperation = {
  arity: [1, MANY],
  formula: {
    name: 'IFEMPTY',
    aliases: ['如果为空', '如果出错', 'COALESCE', 'IFERROR'],
    params: { en: ['value', '…'], zh: ['值', '…'] },
    help: {
      en: 'The first value that is not empty.',
      zh: '返回第一个非空的值。',
    },
  },
  passes: () => true,
  check: (call) => agree(call, call.args),
  evaluate: (values) => values.find((value) => !isEmptyValue(value)) ?? null,
  sql: ({ args }) => sql`coalesce(${list(args.map((arg) => arg.value()))})`,
}
