import type { FormOperation } from '../../operation.ts'
import { checkMeasured, checkPairs, edgeSql, foundRows, pairsFrom } from '../../semantics/form-rows.ts'

export const lastIfs: FormOperation = {
  arity: [4, 42],
  formula: {
    name: 'LASTIFS',
    aliases: ['多条件末个'],
    params: {
      en: ['Form.Column', 'Form.SortColumn', 'Form.Column', 'value', '…'],
      zh: ['表单.列', '表单.排序列', '表单.列', '值', '…'],
    },
    help: {
      en: 'A value of the last record of another form, by a column it is sorted by, that meets all conditions: LASTIFS(Prices.Price, Prices.From, Prices.Product, Product, Prices.From, "<=" & Date).',
      zh: '另一表单中满足全部条件、按排序列排在最后的记录的值：LASTIFS(价格.单价, 价格.生效日期, 价格.产品, 产品, 价格.生效日期, "<=" & 日期)。',
    },
  },
  columns: (index) => index < 2 || index % 2 === 0,
  check(call) {
    checkMeasured(call, 1, ['number', 'date', 'dateTime', 'time', 'text', 'boolean'])
    checkPairs(call, 2)
    return checkMeasured(call, 0)
  },
  sql(call) {
    const found = foundRows(call, pairsFrom(call, 2))
    if (found === undefined) return call.refuse('list')
    return edgeSql(found, found.column(0), { by: [found.column(1), ...found.rows.order], backwards: true })
  },
}
