import type { FormOperation } from '../../operation.ts'
import { checkMeasured, checkPairs, figureSql } from '../../semantics/form-rows.ts'
import { sql } from '../../sql/fragment.ts'
import { quotient } from '../../sql/pieces.ts'
import { NUMBER } from '../../value-type.ts'

export const averageIfs: FormOperation = {
  arity: [3, 41],
  formula: {
    name: 'AVERAGEIFS',
    aliases: ['多条件平均'],
    params: {
      en: ['Form.Column', 'Form.Column', 'value', '…'],
      zh: ['表单.列', '表单.列', '值', '…'],
    },
    help: {
      en: 'Average of a column of another form over the records that meet all conditions; empty when there are none.',
      zh: '对另一表单中满足全部条件的记录，求某一列的平均数；没有记录时为空。',
    },
  },
  columns: (index) => index === 0 || index % 2 === 1,
  check(call) {
    checkMeasured(call, 0, ['number'])
    checkPairs(call, 1)
    return NUMBER
  },
  sql: figureSql(1, (value) => quotient(sql`sum(${value})`, sql`count(${value})`)),
}
