import type { FormOperation } from '../../operation.ts'
import { checkMeasured, checkPairs, figureSql } from '../../semantics/form-rows.ts'
import { sql } from '../../sql/fragment.ts'
import { NUMBER } from '../../value-type.ts'

export const sumIfs: FormOperation = {
  arity: [3, 41],
  formula: {
    name: 'SUMIFS',
    aliases: ['多条件求和'],
    params: {
      en: ['Form.Column', 'Form.Column', 'value', '…'],
      zh: ['表单.列', '表单.列', '值', '…'],
    },
    help: {
      en: 'Adds a column of another form over the records whose columns meet all conditions: SUMIFS(Payments.Amount, Payments.Order, this, Payments.Status, "paid").',
      zh: '对另一表单中满足全部条件的记录，将某一列求和：SUMIFS(回款.金额, 回款.订单, 本记录, 回款.状态, "paid")。',
    },
  },
  columns: (index) => index === 0 || index % 2 === 1,
  check(call) {
    checkMeasured(call, 0, ['number'])
    checkPairs(call, 1)
    return NUMBER
  },
  sql: figureSql(1, (value) => sql`coalesce(sum(${value}), 0)`),
}
