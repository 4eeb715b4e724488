import type { FormOperation } from '../../operation.ts'
import { checkMeasured, checkPair, edgeSql, foundRows } from '../../semantics/form-rows.ts'
import { sql } from '../../sql/fragment.ts'
import { coerce } from '../../typing.ts'
import { typeName } from '../../value-type.ts'

export const xlookup: FormOperation = {
  arity: [3, 4],
  formula: {
    name: 'XLOOKUP',
    aliases: ['按值查找'],
    params: {
      en: ['value', 'Form.Column', 'Form.Column', 'otherwise'],
      zh: ['值', '表单.列', '表单.列', '否则'],
    },
    help: {
      en: 'Finds the first record of another form whose column has the value and gives another column of it: XLOOKUP(Code, Products.Code, Products.Price, 0).',
      zh: '在另一表单中找到某一列等于该值的第一条记录，返回其另一列：XLOOKUP(编码, 产品.编码, 产品.单价, 0)。',
    },
  },
  columns: (index) => index === 1 || index === 2,
  check(call) {
    const [value, column, , otherwise] = call.args
    checkPair(call, column, value)
    const type = checkMeasured(call, 2)
    if (otherwise !== undefined && !coerce(otherwise, type))
      call.report('wrongType', otherwise, {
        expected: typeName(type),
        actual: typeName(otherwise.type),
        operator: call.name,
      })
    return type
  },
  sql(call) {
    const found = foundRows(call, [[1, 0]])
    if (found === undefined) return call.refuse('list')
    const value = edgeSql(found, found.column(2), { by: found.rows.order, backwards: false })
    return call.args.length < 4 ? value : sql`coalesce(${value}, ${call.arg(3).value()})`
  },
}
