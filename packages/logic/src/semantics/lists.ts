import { Decimal, formatDecimal } from '../decimal.ts'
import type { Call, SqlArg } from '../operation.ts'
import { sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { wholeNumber } from '../sql/pieces.ts'
import { coerce, requireType } from '../typing.ts'
import type { TypedNode } from '../typed-node.ts'
import { integerOf, isEmptyValue, listElements, numberOf } from '../value.ts'
import type { Value } from '../value.ts'
import { ANY, fits, listOf, typeName } from '../value-type.ts'
import type { ValueType } from '../value-type.ts'

export function elementOf(type: ValueType | undefined): ValueType {
  return type?.kind === 'list' ? type.of : ANY
}

/** Reports the argument unless it is a list, and one of the given elements when they are named. */
export function requireListOf(call: Call, node: TypedNode | undefined, of?: ValueType): void {
  requireType(call, node, 'list')
  if (!node || !of || node.type.kind !== 'list' || coerce(node, listOf(of))) return
  call.report('wrongType', node, {
    expected: typeName(listOf(of)),
    actual: typeName(node.type),
    operator: call.name,
  })
}

/** For operations that answer a list of the same elements. */
export function checkList(call: Call): ValueType {
  requireListOf(call, call.args[0])
  return listOf(elementOf(call.args[0]?.type))
}

/** For operations that answer one of the elements. */
export function checkElement(call: Call): ValueType {
  requireListOf(call, call.args[0])
  return elementOf(call.args[0]?.type)
}

/** Two lists of the same elements. */
export function checkTwoLists(call: Call): ValueType {
  const [list, other] = call.args
  requireListOf(call, list)
  requireListOf(call, other, list?.type.kind === 'list' ? list.type.of : undefined)
  return checkList(call)
}

/** The elements that are not empty, numbers as decimals. */
export function filled(value: Value, type: ValueType): Value[] {
  const elements = listElements(value).filter((element) => !isEmptyValue(element))
  return type.kind === 'number' ? elements.map((element) => numberOf(element) ?? element) : elements
}

/** Nothing left is empty, as everywhere. */
export function listAnswer(values: readonly Value[]): Value {
  return values.length === 0 ? null : values
}

function keyOf(value: Value): string {
  return value instanceof Decimal ? formatDecimal(value) : JSON.stringify(value)
}

export function distinct(values: readonly Value[]): Value[] {
  const seen = new Map<string, Value>()
  for (const value of values) if (!seen.has(keyOf(value))) seen.set(keyOf(value), value)
  return [...seen.values()]
}

/** Different elements of a list that another one has, or has not. */
export function sifted(list: Value, other: Value, type: ValueType, isWanted: boolean): Value[] {
  const known = new Set(filled(other, type).map(keyOf))
  return distinct(filled(list, type)).filter((value) => known.has(keyOf(value)) === isWanted)
}

/** The value at a position counted from 1. */
export function at<T extends Value>(values: readonly T[], position: Value | undefined): T | null {
  const place = integerOf(position ?? null)
  return place === null || place < 1 ? null : (values[place - 1] ?? null)
}

/**
 * Elements `v` that are not empty with their places `o`, as a table `_i`. `offset 0` keeps conditions on the place outside:
 * PostgreSQL 15 ends the numbering early by them, and answers an element too many when none is wanted.
 */
export function itemsSql(arg: SqlArg): SqlFragment {
  return sql`(select _r.v, row_number() over () as o from (${arg.orderedRows()}) as _r(v) where _r.v is not null offset 0) as _i`
}

/** Elements of two lists, one after the other, as a table `_i`. */
export function bothSql(args: readonly SqlArg[]): SqlFragment {
  const [first, second] = args.map(itemsSql)
  const both = sql`select 1 as l, _i.o as p, _i.v from ${first ?? sql``} union all select 2, _i.o, _i.v from ${second ?? sql``}`
  return sql`(select _b.v, row_number() over (order by _b.l, _b.p) as o from (${both}) as _b offset 0) as _i`
}

/** Every element of a table `_i` once, in order of first appearance. */
export function firstSeenSql(items: SqlFragment, condition: SqlFragment = sql`true`): SqlFragment {
  return sql`select _u.v from (select _i.v, min(_i.o) as o from ${items} where ${condition} group by _i.v) as _u order by _u.o`
}

export function arraySql(select: SqlFragment): SqlFragment {
  return sql`nullif(array(${select}), '{}')`
}

/** The value at a position counted from 1 of what a `select` gives. */
export function placedSql(select: SqlFragment, position: SqlArg): SqlFragment {
  return sql`(array(${select}))[${wholeNumber(position.value())}]`
}

/** The list and a value that may be in it. */
export function checkListAndValue(call: Call, list: TypedNode, value: TypedNode): void {
  requireListOf(call, list)
  const of = elementOf(list.type)
  if (list.kind === 'list' ? !fits(value.type, of) : !coerce(value, of))
    call.report('wrongType', value, {
      expected: typeName(of),
      actual: typeName(value.type),
      operator: call.name,
    })
}
