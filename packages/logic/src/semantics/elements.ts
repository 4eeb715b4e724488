import type { Call, SqlArg } from '../operation.ts'
import { coerce } from '../typing.ts'
import { compareValues, isEmptyValue, listElements, numberOf } from '../value.ts'
import type { Value } from '../value.ts'
import { ANY, NUMBER, fits, typeName } from '../value-type.ts'
import type { ValueKind, ValueType } from '../value-type.ts'
import { joinSql, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'

/** All values of all arguments, lists opened, empty ones left out. */
export function flatten(values: readonly Value[]): Value[] {
  return values.flatMap((value) => [...listElements(value)]).filter((value) => !isEmptyValue(value))
}

function elementType(type: ValueType): ValueType {
  return type.kind === 'list' ? type.of : type
}

function checkElements(call: Call, type: ValueType): ValueType {
  for (const node of call.args) {
    const fitting = node.type.kind === 'list' ? fits(node.type.of, type) : coerce(node, type)
    if (!fitting)
      call.report('wrongType', node, {
        expected: typeName(type),
        actual: typeName(node.type),
        operator: call.name,
      })
  }
  return type
}

export function checkNumbers(call: Call): ValueType {
  return checkElements(call, NUMBER)
}

const ORDERED: readonly ValueKind[] = ['number', 'date', 'dateTime', 'time', 'any']

/** Numbers, dates or instants, all of one type. */
export function checkOrdered(call: Call): ValueType {
  const types = call.args.filter((node) => node.kind !== 'literal').map((node) => elementType(node.type))
  const type = types.find((candidate) => candidate.kind !== 'any' && candidate.kind !== 'null')
  if (!type) return call.args.every((node) => coerce(node, NUMBER)) ? NUMBER : ANY
  return checkElements(call, ORDERED.includes(type.kind) ? type : NUMBER)
}

/** The value that is better than all others; null when there is none. */
export function best(values: readonly Value[], isBetter: (order: number) => boolean): Value {
  let found: Value = null
  for (const value of values) {
    const order = found === null ? null : compareValues(value, found)
    if (found === null || (order !== null && isBetter(order))) found = value
  }
  return numberOf(found) ?? found
}

/** One `select` of all elements of all arguments. */
export function elementsSql(args: readonly SqlArg[], cast?: 'text'): SqlFragment {
  const selects = args.map((arg) => {
    const rows = arg.type.kind === 'list' ? arg.rows() : sql`select ${arg.value()}`
    return cast ? sql`select _e.v::text from (${rows}) as _e(v)` : rows
  })
  // In brackets, as rows may come in an order of their own.
  return joinSql(
    selects.map((select) => sql`(${select})`),
    sql` union all `,
  )
}
