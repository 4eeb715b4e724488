import type { FormOperation } from '../../operation.ts'
import { checkPairs, figureSql } from '../../semantics/form-rows.ts'
import { sql } from '../../sql/fragment.ts'
import { NUMBER } from '../../value-type.ts'

export const countIfs: FormOperation = {
  arity: [2, 40],
  formula: {
    name: 'COUNTIFS',
    aliases: ['多条件计数'],
    params: { en: ['Form.Column', 'value', '…'], zh: ['表单.列', '值', '…'] },
    help: {
      en: 'How many records of another form meet all conditions: COUNTIFS(Deals.Account, this, Deals.Amount, ">=10000").',
      zh: '另一表单中满足全部条件的记录数：COUNTIFS(商机.客户, 本记录, 商机.金额, ">=10000")。',
    },
  },
  columns: (index) => index % 2 === 0,
  check(call) {
    checkPairs(call, 0)
    return NUMBER
  },
  sql: figureSql(0, (all) => sql`count(${all})::numeric`),
}
