import type { Decimal } from '../decimal.ts'
import type { Call, SqlArg } from '../operation.ts'
import { sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { compareValues, isEmptyValue, isSame, listElements, numberOf } from '../value.ts'
import type { Value } from '../value.ts'
import { NUMBER } from '../value-type.ts'
import type { ValueKind, ValueType } from '../value-type.ts'
import { checkListAndValue, elementOf, requireListOf } from './lists.ts'
import { pairsSql } from './number-lists.ts'

interface Sign {
  readonly holds: (order: number | null, same: boolean) => boolean
  readonly sql: SqlFragment
}

const signs = {
  '=': { holds: (_, same) => same, sql: sql`=` },
  '<>': { holds: (_, same) => !same, sql: sql`<>` },
  '<': { holds: (order) => order !== null && order < 0, sql: sql`<` },
  '<=': { holds: (order) => order !== null && order <= 0, sql: sql`<=` },
  '>': { holds: (order) => order !== null && order > 0, sql: sql`>` },
  '>=': { holds: (order) => order !== null && order >= 0, sql: sql`>=` },
} satisfies Record<string, Sign>

function signOf(value: Value | undefined): Sign | undefined {
  return typeof value === 'string' && Object.hasOwn(signs, value)
    ? signs[value as keyof typeof signs]
    : undefined
}

const ORDERED: readonly ValueKind[] = ['number', 'date', 'dateTime', 'time', 'any']

/** List, sign and value, as in `COUNTIF(list, ">", 10)`; only what has an order can be more or less. */
export function checkComparison(call: Call): void {
  const [list, sign, value] = call.args
  if (!list || !sign || !value) return
  checkListAndValue(call, list, value)
  const written = sign.kind === 'literal' && signOf(sign.value) ? String(sign.value) : undefined
  const allowed = ORDERED.includes(elementOf(list.type).kind) ? Object.keys(signs) : ['=', '<>']
  if (written === undefined || !allowed.includes(written))
    call.report('wrongLiteral', sign, { expected: allowed.join(', '), operator: call.name })
}

/** The comparison, and the numbers it is about: a second list, or the list itself. */
export function checkConditional(call: Call): ValueType {
  checkComparison(call)
  requireListOf(call, call.args[3] ?? call.args[0], NUMBER)
  return NUMBER
}

/** For every element whether it compares as the sign says; an empty one, or an empty value, never does. */
export function matching([list, sign, value]: readonly Value[], types: readonly ValueType[]): boolean[] {
  const type = elementOf(types[0])
  const other = value ?? null
  return listElements(list ?? null).map((element) => {
    if (isEmptyValue(element) || isEmptyValue(other)) return false
    return signOf(sign)?.holds(compareValues(element, other), isSame(element, other, type)) === true
  })
}

export function matchingNumbers(values: readonly Value[], types: readonly ValueType[]): Decimal[] {
  const numbers = listElements(values[3] ?? values[0] ?? null)
  return matching(values, types).flatMap((holds, index) =>
    holds ? (numberOf(numbers[index] ?? null) ?? []) : [],
  )
}

/** Condition on `_z.a`. */
export function matchSql(sign: SqlArg, value: SqlArg): SqlFragment {
  return sql`_z.a ${signOf(sign.literal?.value)?.sql ?? sql`=`} ${value.value()}`
}

/** Rows `_z` whose `a` compares as the sign says, with their number `b`. */
export function matchingSql(args: readonly SqlArg[]): SqlFragment {
  const [list, sign, value, numbers] = args as [SqlArg, SqlArg, SqlArg, SqlArg | undefined]
  return sql`${pairsSql(list, numbers ?? list)} where ${matchSql(sign, value)}`
}
