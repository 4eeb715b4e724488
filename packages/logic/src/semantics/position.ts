import { Decimal } from '../decimal.ts'
import { sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { wholeNumber } from '../sql/pieces.ts'
import { integerOf, textOf } from '../value.ts'
import type { Value } from '../value.ts'
import { codePoints } from './code-points.ts'

/** Position in characters, counted from 1, of the first occurrence from `start` on. */
export function positionOf(part: Value, value: Value, start: Value = 1): Decimal | null {
  const [sought, text, from] = [textOf(part), textOf(value), integerOf(start)]
  if (sought === null || text === null || from === null || from < 1) return null
  const rest = codePoints(text)
    .slice(from - 1)
    .join('')
  const at = rest.indexOf(sought)
  return at === -1 ? null : new Decimal(codePoints(rest.slice(0, at)).length + from)
}

export function positionSql(
  part: SqlFragment,
  text: SqlFragment,
  start: SqlFragment = sql`1::numeric`,
): SqlFragment {
  const from = wholeNumber(start)
  const found = sql`select strpos(substr(${text}, ${from}), ${part}) as p, ${from} as s offset 0`
  return sql`(select case when _p.p > 0 and _p.s >= 1 then (_p.p + _p.s - 1)::numeric end from (${found}) as _p)`
}
