import type { StrictOperation } from '../../operation.ts'
import { param, sql } from '../../sql/fragment.ts'
import { madeWhole, typeName } from '../../value-type.ts'

/** A record with the form that it is of, as a relation to any of several forms holds it. */
export const reference: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'REFERENCE',
    aliases: ['记录引用'],
    params: { en: ['record'], zh: ['记录'] },
    help: {
      en: 'A value for a relation to any of several forms: the record that another relation names, together with its form.',
      zh: '“关联任一表单”字段的值：由另一个关联字段所指的记录及其所属表单组成。',
    },
  },
  check(call) {
    const [record] = call.args
    if (record !== undefined && !['record', 'null', 'any'].includes(record.type.kind))
      call.report('wrongType', record, {
        expected: 'record',
        actual: typeName(record.type),
        operator: call.name,
      })
    return madeWhole('anyRelation', record?.type.kind === 'record' ? record.type.form : 'id')
  },
  evaluate([record], _context, [type]) {
    if (type?.kind !== 'record' || typeof record !== 'string' || record === '') return null
    return `${type.form}:${record.toLowerCase()}`
  },
  sql({ arg }) {
    const { type } = arg(0)
    if (type.kind !== 'record') return sql`null::text`
    return sql`${param(`${type.form}:`, 'text')} || ${arg(0).value()}::text`
  },
}
