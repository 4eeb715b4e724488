import type { FormOperation } from '../../operation.ts'
import { checkMeasured, checkPairs, foundRows, pairsFrom } from '../../semantics/form-rows.ts'
import { arraySql } from '../../semantics/lists.ts'
import { joinSql, param, sql } from '../../sql/fragment.ts'
import { listOf } from '../../value-type.ts'

/** More than a person reads. */
const longest = 1000

export const listIfs: FormOperation = {
  arity: [3, 41],
  formula: {
    name: 'LISTIFS',
    aliases: ['多条件列表'],
    params: {
      en: ['Form.Column', 'Form.Column', 'value', '…'],
      zh: ['表单.列', '表单.列', '值', '…'],
    },
    help: {
      en: 'The values of a column of another form over the records that meet all conditions, in the order they were made; at most 1,000. TEXTJOIN, MEDIAN, UNIQUE and their like take them on.',
      zh: '另一表单中满足全部条件的记录的某一列的值，按创建顺序排列，最多 1000 个；可交给 TEXTJOIN、MEDIAN、UNIQUE 等函数继续计算。',
    },
  },
  columns: (index) => index === 0 || index % 2 === 1,
  check(call) {
    checkPairs(call, 1)
    return listOf(checkMeasured(call, 0))
  },
  sql(call) {
    const found = foundRows(call, pairsFrom(call, 1))
    if (found === undefined) return call.refuse('list')
    const value = found.column(0)
    const order = joinSql(found.rows.order, sql`, `)
    return arraySql(
      sql`select ${value} from ${found.rows.from} where ${found.where} and ${value} is not null order by ${order} limit ${param(longest, 'int')}`,
    )
  },
}
