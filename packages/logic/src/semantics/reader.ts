import type { Call, SqlCall } from '../operation.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { asFlag } from '../sql/pieces.ts'
import { coerce } from '../typing.ts'
import { listElements } from '../value.ts'
import type { Value } from '../value.ts'
import { BOOLEAN, listOf, recordOf, typeName } from '../value-type.ts'
import type { ValueType } from '../value-type.ts'

/** The argument is one record of the form, or a list of them. */
export function checkPeople(call: Call, form: string): ValueType {
  const [node] = call.args
  if (!node) return BOOLEAN
  const wanted = recordOf(form)
  if (!coerce(node, node.type.kind === 'list' ? listOf(wanted) : wanted))
    call.report('wrongType', node, {
      expected: typeName(wanted),
      actual: typeName(node.type),
      operator: call.name,
    })
  return BOOLEAN
}

/** Whether the value is one of the ids, or the list has one of them. */
export function namesOne(value: Value, ids: readonly string[]): boolean {
  const known = new Set(ids.map((id) => id.toLowerCase()))
  return listElements(value).some((one) => typeof one === 'string' && known.has(one.toLowerCase()))
}

export function namesOneSql({ arg, mode }: SqlCall, ids: readonly string[]): SqlFragment {
  const known = param([...ids], 'uuid', true)
  if (arg(0).type.kind !== 'list') return asFlag(sql`${arg(0).value()} = any(${known})`, mode)
  return sql`exists (select 1 from (${arg(0).rows()}) as _w(v) where _w.v = any(${known}))`
}
