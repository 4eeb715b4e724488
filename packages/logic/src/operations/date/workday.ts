import type { StrictOperation } from '../../operation.ts'
import { withDay } from '../../semantics/day-parts.ts'
import { checkWorkdays, specialDays, workdayAfter, workdayAfterSql } from '../../semantics/workdays.ts'
import { DATE } from '../../value-type.ts'
import { integerOf } from '../../value.ts'

export const workday: StrictOperation = {
  arity: [2, 4],
  formula: {
    name: 'WORKDAY',
    aliases: ['推移工作日'],
    params: { en: ['start', 'days', 'holidays', 'workdays'], zh: ['开始', '天数', '节假日', '调休上班日'] },
    help: {
      en: 'The working day of the workspace some working days after the start, or before it; at most 2,000. Further holidays and days off that are worked may be listed.',
      zh: '开始日期之后（或之前）按工作区工作日计算的第若干个工作日，最多 2,000；可另行列出节假日和调休上班日。',
    },
    example: ['WORKDAY("2026-09-30", 3, {"2026-10-01", "2026-10-02"})', '2026-10-07'],
  },
  countsWorkdays: true,
  check: (call) => checkWorkdays(call, ['moment', 'number'], DATE),
  evaluate: ([start, count, holidays, worked], context) =>
    withDay(start ?? null, context.zone, (from) =>
      workdayAfter(from, integerOf(count ?? null), specialDays(holidays, worked, context)),
    ),
  sql: workdayAfterSql,
}
