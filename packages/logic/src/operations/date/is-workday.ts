import type { StrictOperation } from '../../operation.ts'
import { withDay } from '../../semantics/day-parts.ts'
import { checkWorkdays, isWorkdaySql, specialDays, worksOn } from '../../semantics/workdays.ts'
import { BOOLEAN } from '../../value-type.ts'

export const isWorkday: StrictOperation = {
  arity: [1, 3],
  formula: {
    name: 'ISWORKDAY',
    aliases: ['是工作日'],
    params: { en: ['date', 'holidays', 'workdays'], zh: ['日期', '节假日', '调休上班日'] },
    help: {
      en: 'True from Monday to Friday, but not on holidays, and on weekend days that are worked.',
      zh: '周一至周五为真，节假日除外，调休上班的周末也为真。',
    },
    example: ['ISWORKDAY("2026-10-01", {"2026-10-01"})', 'FALSE'],
  },
  sentence: { en: '{0} is a working day', zh: '{0} 是工作日' },
  check: (call) => checkWorkdays(call, ['moment'], BOOLEAN),
  evaluate: ([value, holidays, worked], { zone }) =>
    withDay(value ?? null, zone, (day) => worksOn(day, specialDays(holidays, worked))) ?? false,
  sql: isWorkdaySql,
}
