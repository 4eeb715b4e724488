import { formatDecimal } from '../decimal.ts'
import type { Call, SqlArg, SqlCall } from '../operation.ts'
import { sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { requireType } from '../typing.ts'
import { isEmptyValue, listElements, numberOf, textOf } from '../value.ts'
import type { Value } from '../value.ts'
import { TEXT, typeName } from '../value-type.ts'
import type { ValueKind, ValueType } from '../value-type.ts'
import { wallClockText, writtenSql } from './as-text.ts'

const WRITABLE: readonly ValueKind[] = ['text', 'number', 'date', 'dateTime', 'any', 'null']

/** A separator, then values or lists that can be written. */
export function checkJoin(call: Call): ValueType {
  requireType(call, call.args[0], 'text')
  for (const node of call.args.slice(1)) {
    const { kind } = node.type.kind === 'list' ? node.type.of : node.type
    if (!WRITABLE.includes(kind))
      call.report('wrongType', node, {
        expected: 'text, number, date',
        actual: typeName(node.type),
        operator: call.name,
      })
  }
  return TEXT
}

function written(value: Value, kind: ValueKind, zone: string): string {
  const number = kind === 'number' || typeof value !== 'string' ? numberOf(value) : null
  if (number !== null) return formatDecimal(number)
  if (kind === 'dateTime' && typeof value === 'string') return wallClockText(value, zone) ?? ''
  return textOf(value) ?? ''
}

/** What a value or the elements of a list look like as text, empty ones left out. */
export function writtenParts(value: Value, type: ValueType, zone: string): string[] {
  const { kind } = type.kind === 'list' ? type.of : type
  return listElements(value)
    .filter((element) => !isEmptyValue(element))
    .map((element) => written(element, kind, zone))
}

/** `select` of the parts as text, in their order. */
export function partsSql(arg: SqlArg, { context }: SqlCall): SqlFragment {
  if (arg.type.kind !== 'list')
    return sql`select ${writtenSql(arg.value(), arg.type, context.zone) ?? sql`null`}`
  return sql`select ${writtenSql(sql`_w.v`, arg.type.of, context.zone) ?? sql`null`} from (${arg.orderedRows()}) as _w(v)`
}
