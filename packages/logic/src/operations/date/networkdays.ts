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
      en: 'Working days from start to end, both counted, without holidays; negative when the end comes first. Weekend days that are worked may be listed too.',
      zh: '从开始到结束（含两端）的工作日天数，扣除节假日，可列出调休上班日；结束在前时为负。',
    },
    example: ['NETWORKDAYS("2026-09-28", "2026-10-09", {"2026-10-01", "2026-10-02"})', '8'],
  },
  check: (call) => checkWorkdays(call, ['moment', 'moment'], NUMBER),
  evaluate: ([start, end, holidays, worked], { zone }) =>
    withDay(start ?? null, zone, (from) =>
      withDay(end ?? null, zone, (to) => workdaysBetween(from, to, specialDays(holidays, worked))),
    ),
  sql: workdaysBetweenSql,
}
