import { Decimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { elementsSql } from '../../semantics/elements.ts'
import { sql } from '../../sql/fragment.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'
import { isEmptyValue, listElements } from '../../value.ts'

export const countEmpty: StrictOperation = {
  arity: [1, MANY],
  formula: {
    name: 'COUNTBLANK',
    aliases: ['空值计数'],
    params: { en: ['values', '…'], zh: ['值', '…'] },
    help: {
      en: 'How many of the values are empty.',
      zh: '空值的个数。',
    },
    example: ['COUNTBLANK("", "a", NULL)', '2'],
  },
  check: signature([], NUMBER, 'any'),
  evaluate: (values, _, types) =>
    new Decimal(
      values
        .flatMap((value, index) => (types[index]?.kind === 'list' ? [...listElements(value)] : [value]))
        .filter(isEmptyValue).length,
    ),
  sql: ({ args }) =>
    sql`(select (count(*) - count(_l.v))::numeric from (${elementsSql(args, 'text')}) as _l(v))`,
}
