import type { FormOperation } from '../../operation.ts'
import { checkMeasured, checkPairs, figureSql } from '../../semantics/form-rows.ts'
import { sql } from '../../sql/fragment.ts'

export const maxIfs: FormOperation = {
  arity: [3, 41],
  formula: {
    name: 'MAXIFS',
    aliases: ['多条件最大'],
    params: {
      en: ['Form.Column', 'Form.Column', 'value', '…'],
      zh: ['表单.列', '表单.列', '值', '…'],
    },
    help: {
      en: 'Largest number, date or time in a column of another form over the records that meet all conditions; empty when there are none.',
      zh: '对另一表单中满足全部条件的记录，取某一列最大的数值、日期或时间；没有记录时为空。',
    },
  },
  columns: (index) => index === 0 || index % 2 === 1,
  check(call) {
    checkPairs(call, 1)
    return checkMeasured(call, 0, ['number', 'date', 'dateTime', 'time'])
  },
  sql: figureSql(1, (value) => sql`max(${value})`),
}
