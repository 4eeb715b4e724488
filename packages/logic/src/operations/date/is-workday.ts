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
      en: 'True on the working days of the workspace, but not on further holidays that are listed, and on days off that are listed as worked.',
      zh: '在工作区的工作日为真；另行列出的节假日除外，另行列出的调休上班日也为真。',
    },
    example: ['ISWORKDAY("2026-10-01", {"2026-10-01"})', 'FALSE'],
  },
  sentence: { en: '{0} is a working day', zh: '{0} 是工作日' },
  countsWorkdays: true,
  check: (call) => checkWorkdays(call, ['moment'], BOOLEAN),
  evaluate: ([value, holidays, worked], context) =>
    withDay(value ?? null, context.zone, (day) => worksOn(day, specialDays(holidays, worked, context))) ??
    false,
  sql: isWorkdaySql,
}
