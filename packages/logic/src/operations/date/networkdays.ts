import type { StrictOperation } from '../../operation.ts'
import { withDay } from '../../semantics/day-parts.ts'
import { checkWorkdays, specialDays, workdaysBetween, workdaysBetweenSql } from '../../semantics/workdays.ts'
import { NUMBER } from '../../value-type.ts'

export const networkdays: StrictOperation = {
  arity: [2, 4],
  formula: {
    name: 'NETWORKDAYS',
    aliases: ['工作日数'],
    params: { en: ['start', 'end', 'holidays', 'workdays'], zh: ['开始', '结束', '节假日', '调休上班日'] },
    help: {
      en: 'Working days of the workspace from start to end, both counted; negative when the end comes first. Further holidays and days off that are worked may be listed.',
      zh: '从开始到结束（含两端）按工作区工作日计算的天数；可另行列出节假日和调休上班日；结束在前时为负。',
    },
    example: ['NETWORKDAYS("2026-09-28", "2026-10-09", {"2026-10-01", "2026-10-02"})', '8'],
  },
  countsWorkdays: true,
  check: (call) => checkWorkdays(call, ['moment', 'moment'], NUMBER),
  evaluate: ([start, end, holidays, worked], context) =>
    withDay(start ?? null, context.zone, (from) =>
      withDay(end ?? null, context.zone, (to) =>
        workdaysBetween(from, to, specialDays(holidays, worked, context)),
      ),
    ),
  sql: workdaysBetweenSql,
}
