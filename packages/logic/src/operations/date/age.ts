import { parseDate } from '../../calendar.ts'
import type { StrictOperation } from '../../operation.ts'
import { withDay } from '../../semantics/day-parts.ts'
import { intervalBetween, yearsSql } from '../../semantics/intervals.ts'
import { param } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { dayOf } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { NUMBER } from '../../value-type.ts'

export const age: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'AGE',
    aliases: ['周岁', '年龄'],
    params: { en: ['birthday'], zh: ['生日'] },
    help: {
      en: 'Whole years from a date to today; empty for a date to come.',
      zh: '从该日期到今天的周岁；日期在今天之后时为空。',
    },
  },
  volatile: true,
  check: signature(['moment'], NUMBER),
  evaluate: ([value], { zone, today }) =>
    withDay(value ?? null, zone, (from) => intervalBetween(from, parseDate(today) ?? from, 'Y')),
  sql: ({ arg, args, context }) =>
    once(args, (value) => yearsSql(dayOf(value, arg(0).type, context.zone), param(context.today, 'date'))),
}
