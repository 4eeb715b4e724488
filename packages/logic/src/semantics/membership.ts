import type { Call, SqlCall } from '../operation.ts'
import { coerce, requireType } from '../typing.ts'
import { isEmptyValue, isSame, leave, textOf } from '../value.ts'
import type { Value } from '../value.ts'
import { BOOLEAN, TEXT, fits, listOf, typeName } from '../value-type.ts'
import type { ValueType } from '../value-type.ts'
import { agreeComparable } from './equality.ts'
import { sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'

/** `in` takes a list, or as in JSON Logic a text to look into. */
export function checkMembership(call: Call): ValueType {
  const [value, list] = call.args
  if (!value || !list || list.type.kind === 'any') return BOOLEAN
  if (list.kind === 'list') list.type = listOf(agreeComparable(call, [value, ...list.items]))
  else if (list.type.kind !== 'list') {
    requireType(call, value, 'text')
    requireType(call, list, 'text')
  } else if (!fits(value.type, list.type.of))
    call.report('wrongType', value, {
      expected: typeName(list.type.of),
      actual: typeName(value.type),
      operator: call.name,
    })
  return BOOLEAN
}

/** What the lists hold: records, people or departments when one of them is a field of those, else text. */
function elementType(call: Call): ValueType {
  const held = call.args.flatMap(({ kind, type }) =>
    kind !== 'list' && type.kind === 'list' ? [type.of] : [],
  )
  return held.find((type) => type.kind === 'record') ?? TEXT
}

/** Both arguments are lists of text, such as the options of a multiple choice, or of records, people or departments. */
export function checkLists(call: Call): ValueType {
  const wanted = listOf(elementType(call))
  for (const node of call.args) {
    if (!coerce(node, wanted))
      call.report('wrongType', node, {
        expected: typeName(wanted),
        actual: typeName(node.type),
        operator: call.name,
      })
    if (node.kind === 'list') node.type = wanted
  }
  return BOOLEAN
}

/** Standard JSON Logic while types are unknown; with a known type numbers compare by value and empty is never a member. */
export function isMember(value: Value, list: Value, type: ValueType): boolean {
  if (typeof list === 'string') return list.includes(textOf(value) ?? String(leave(value)))
  if (!Array.isArray(list)) return false
  if (type.kind === 'any' || type.kind === 'null')
    return list.map((element: Value) => leave(element)).includes(leave(value))
  return !isEmptyValue(value) && list.some((element: Value) => isSame(value, element, type))
}

export function memberSql({ args, refuse }: SqlCall): SqlFragment {
  const [value, list] = args
  if (!value || list?.type.kind !== 'list') return refuse('textSearch')
  return list.literal
    ? sql`${value.value()} = any(${list.value()})`
    : sql`${value.value()} in (${list.rows()})`
}
