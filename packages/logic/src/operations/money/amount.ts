import { formatDecimal } from '../../decimal.ts'
import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { signature } from '../../typing.ts'
import { numberOf, textOf } from '../../value.ts'
import { madeWhole } from '../../value-type.ts'

/** An amount in one line after its currency; alone it is in the usual currency of whatever takes it. */
export const amount: StrictOperation = {
  arity: [1, 2],
  formula: {
    name: 'AMOUNT',
    aliases: ['币种金额'],
    params: { en: ['amount', 'currency code'], zh: ['金额', '币种代码'] },
    help: {
      en: 'A value for money in any currency; without a currency, the usual one of the field is meant.',
      zh: '多币种金额字段的值；不写币种时使用该字段的默认币种。',
    },
    example: ['AMOUNT(1200.5, "USD")', 'USD 1200.5'],
  },
  check: signature(['number', 'text'], madeWhole('foreignMoney', 'amount')),
  evaluate([amountOf = null, currency = null]) {
    const number = numberOf(amountOf)
    if (number === null) return null
    const code = textOf(currency)
    return code === null ? formatDecimal(number) : `${code} ${formatDecimal(number)}`
  },
  sql({ args }) {
    if (args.length === 1) return once(args, (number) => sql`trim_scale(${number})::text`)
    return once(
      args,
      (number, currency) => sql`coalesce(nullif(${currency}, '') || ' ', '') || trim_scale(${number})::text`,
    )
  },
}
