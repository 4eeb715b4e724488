import type { StrictOperation } from '../../operation.ts'
import { amountWords, amountWordsSql } from '../../semantics/amount-words.ts'
import { signature } from '../../typing.ts'
import { numberOf } from '../../value.ts'
import { TEXT } from '../../value-type.ts'

export const amountInWords: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'RMBUPPER',
    aliases: ['人民币大写', '金额大写'],
    params: { en: ['amount'], zh: ['金额'] },
    help: {
      en: 'An amount in yuan as Chinese contracts and invoices spell it out, rounded half-up to the cent; empty from ten thousand trillion on.',
      zh: '把金额写成人民币大写，四舍五入到分；一亿亿及以上为空。',
    },
    example: ['RMBUPPER(10203.5)', '壹万零贰佰零叁元伍角整'],
  },
  check: signature(['number'], TEXT),
  evaluate([amount]) {
    const number = numberOf(amount ?? null)
    return number && amountWords(number)
  },
  sql: ({ arg }) => amountWordsSql(arg(0).value()),
}
