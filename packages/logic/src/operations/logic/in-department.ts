import type { StrictOperation } from '../../operation.ts'
import { checkPeople, namesOne, namesOneSql } from '../../semantics/reader.ts'
import { DEPARTMENT_FORM } from '../../value-type.ts'

export const inDepartment: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'INDEPARTMENT',
    aliases: ['属于我的部门'],
    params: { en: ['department'], zh: ['部门'] },
    help: {
      en: 'True when the department, or one of several, is that of who is asking or lies below it.',
      zh: '该部门（或多个部门之一）是当前用户所在部门或其下级部门时为真。',
    },
  },
  sentence: { en: '{0} is my department or below it', zh: '{0} 是我的部门或其下级部门' },
  asksWho: '$departments',
  check: (call) => checkPeople(call, DEPARTMENT_FORM),
  evaluate: ([which], { departments = [] }) => namesOne(which ?? null, departments),
  sql: (call) => namesOneSql(call, call.context.departments ?? []),
}
