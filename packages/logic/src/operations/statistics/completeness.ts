import { Decimal, divide } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { joinSql, param, sql } from '../../sql/fragment.ts'
import { quotient } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'
import { isEmptyValue } from '../../value.ts'

/** A list counts as one value: a customer with three tags is no more complete than one with a single tag. */
export const completeness: StrictOperation = {
  arity: [1, MANY],
  formula: {
    name: 'COMPLETENESS',
    aliases: ['完整度'],
    params: { en: ['values', '…'], zh: ['值', '…'] },
    help: {
      en: 'How much of it is filled in, as a percentage from 0 to 100. A list counts as one value.',
      zh: '已填写的值所占的百分比，0 到 100；列表按一个值计算。',
    },
    example: ['COMPLETENESS("a", NULL, 5, "")', '50'],
  },
  check: signature([], NUMBER, 'any'),
  evaluate: (values) =>
    divide(
      new Decimal(values.filter((value) => !isEmptyValue(value)).length * 100),
      new Decimal(values.length),
    ),
  sql({ args }) {
    const filled = args.map((arg) =>
      arg.type.kind === 'list'
        ? sql`(exists (${arg.rows()}))::int`
        : sql`((${arg.value()}) is not null)::int`,
    )
    const count = sql`((${joinSql(filled, sql` + `)}) * 100)::numeric`
    return quotient(count, param(args.length, 'int'))
  },
}
