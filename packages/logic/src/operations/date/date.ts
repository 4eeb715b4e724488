import type { StrictOperation } from '../../operation.ts'
import { dayIn, formatDate } from '../../calendar.ts'
import { dateFromNumbers, dateFromNumbersSql } from '../../semantics/date-from-numbers.ts'
import { dayOf } from '../../sql/pieces.ts'
import { requireType } from '../../typing.ts'
import { integerOf } from '../../value.ts'
import { DATE } from '../../value-type.ts'

export const date: StrictOperation = {
  arity: [1, 3],
  formula: {
    name: 'DATE',
    aliases: ['日期'],
    params: { en: ['year', 'month', 'day'], zh: ['年', '月', '日'] },
    help: {
      en: 'The date of year, month and day, or the day a moment falls on.',
      zh: '由年、月、日得到日期，或取时间所在的日期。',
    },
  },
  check(call) {
    requireType(call, call.args[0], call.args.length === 1 ? 'moment' : 'number')
    requireType(call, call.args[1], 'number')
    requireType(call, call.args[2], 'number')
    if (call.args.length === 2)
      call.report('wrongCount', undefined, { operator: call.name, least: 1, most: 3 })
    return DATE
  },
  evaluate([first, month, day], context) {
    if (month === undefined) {
      const known = typeof first === 'string' ? dayIn(context.zone, first) : null
      return known === null ? null : formatDate(known)
    }
    return dateFromNumbers(integerOf(first ?? null), integerOf(month), integerOf(day ?? null))
  },
  sql({ arg, args, context }) {
    if (args.length === 1) return dayOf(arg(0).value(), arg(0).type, context.zone)
    return dateFromNumbersSql(arg(0).value(), arg(1).value(), arg(2).value())
  },
}
