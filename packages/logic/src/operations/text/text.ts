import type { Call, SqlCall, StrictOperation } from '../../operation.ts'
import { formatDecimal } from '../../decimal.ts'
import { textSql, wallClockText } from '../../semantics/as-text.ts'
import {
  formatDate,
  formatDateSql,
  formatNumber,
  formatNumberSql,
  readDateFormat,
  readNumberFormat,
} from '../../semantics/text-format.ts'
import type { SqlFragment } from '../../sql/fragment.ts'
import { requireType } from '../../typing.ts'
import { numberOf, textOf } from '../../value.ts'
import type { Value } from '../../value.ts'
import { TEXT, typeName } from '../../value-type.ts'
import type { ValueType } from '../../value-type.ts'

const formatted = new Set(['number', 'date', 'dateTime', 'null'])

/** A format is written out, and one of what the value is. */
function check(call: Call): ValueType {
  const [value, format] = call.args
  requireType(call, value, 'scalar')
  if (!value || !format) return TEXT
  const { kind } = value.type
  if (!formatted.has(kind)) {
    const params = { expected: 'number, date, dateTime', actual: typeName(value.type), operator: call.name }
    call.report('wrongType', value, params)
    return TEXT
  }
  const written = format.kind === 'literal' && typeof format.value === 'string' ? format.value : ''
  const isRead =
    kind === 'date' || kind === 'dateTime'
      ? readDateFormat(written) !== undefined
      : readNumberFormat(written) !== undefined
  const expected = kind === 'date' || kind === 'dateTime' ? 'yyyy-mm-dd hh:mm:ss' : '0.00, #,##0.00, 0%'
  if (!isRead) call.report('wrongLiteral', format, { expected, operator: call.name })
  return TEXT
}

function evaluateFormat(value: Value, format: string, type: ValueType | undefined, zone: string): Value {
  if (type?.kind === 'date' || type?.kind === 'dateTime') {
    const read = readDateFormat(format)
    return read && typeof value === 'string' ? formatDate(value, type.kind === 'dateTime', zone, read) : null
  }
  const number = numberOf(value)
  const read = readNumberFormat(format)
  return number && read ? formatNumber(number, read) : null
}

function sqlOf(call: SqlCall): SqlFragment {
  const [value, format] = call.args
  if (!value || !format) return textSql(call)
  const written = format.literal?.value
  if (typeof written !== 'string') return call.refuse('unknownType')
  if (value.type.kind === 'number') {
    const read = readNumberFormat(written)
    return read ? formatNumberSql(value.value(), read) : call.refuse('unknownType')
  }
  const read = readDateFormat(written)
  if (!read || (value.type.kind !== 'date' && value.type.kind !== 'dateTime'))
    return call.refuse('unknownType')
  return formatDateSql(value.value(), value.type.kind === 'dateTime', call.context.zone, read)
}

export const text: StrictOperation = {
  arity: [1, 2],
  formula: {
    name: 'TEXT',
    aliases: ['转文本', '文本'],
    params: { en: ['value', 'format'], zh: ['值', '格式'] },
    help: {
      en: 'The value as text: 1234.5, 2026-01-31, 2026-01-31 08:00; or in a format as spreadsheets write it: "#,##0.00", "0%", "yyyy-mm-dd hh:mm", "yyyy年m月d日 aaaa".',
      zh: '把值转换为文本：1234.5、2026-01-31、2026-01-31 08:00；也可按电子表格的写法指定格式，如 "#,##0.00"、"0%"、"yyyy-mm-dd hh:mm"、"yyyy年m月d日 aaaa"。',
    },
    example: ['TEXT(1234.5, "¥#,##0.00")', '¥1,234.50'],
  },
  check,
  evaluate([value, format], context, types) {
    const given = value ?? null
    if (typeof format === 'string') return evaluateFormat(given, format, types[0], context.zone)
    if (typeof given === 'boolean') return given ? 'TRUE' : 'FALSE'
    const kind = types[0]?.kind
    const number = kind === 'number' || typeof given !== 'string' ? numberOf(given) : null
    if (number !== null) return formatDecimal(number)
    return kind === 'dateTime' && typeof given === 'string'
      ? wallClockText(given, context.zone)
      : textOf(given)
  },
  sql: sqlOf,
}
