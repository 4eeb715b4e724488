import type { StrictOperation } from '../../operation.ts'
import { withDay } from '../../semantics/day-parts.ts'
import { shiftedDay, shiftedSql } from '../../semantics/month-shift.ts'
import { signature } from '../../typing.ts'
import { DATE } from '../../value-type.ts'

export const edate: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'EDATE',
    aliases: ['推移月份'],
    params: { en: ['date', 'months'], zh: ['日期', '月数'] },
    help: {
      en: 'The same day some months later or earlier; the last day of a shorter month.',
      zh: '若干个月之后（或之前）的同一天；当月没有这一天时取月末。',
    },
    example: ['EDATE(DATE(2026, 1, 31), 1)', '2026-02-28'],
  },
  check: signature(['moment', 'number'], DATE),
  evaluate: ([value, months], context) =>
    withDay(value ?? null, context.zone, (day) => shiftedDay(day, months ?? null)),
  sql: (call) => shiftedSql(call, (day) => day),
}
