import type { SqlArg } from '../operation.ts'
import { once } from '../sql/once.ts'
import { lowerCase } from '../sql/pieces.ts'
import { textOf } from '../value.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'

/** The pattern for a known text; `%`, `_` and `\` in it stand for themselves. */
function pattern(text: string): string {
  return text.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)
}

function computedSearch(text: SqlFragment, part: SqlFragment, before: string, after: string): SqlFragment {
  if (before && after) return sql`strpos(${lowerCase(text)}, ${lowerCase(part)}) > 0`
  if (after) return sql`starts_with(${lowerCase(text)}, ${lowerCase(part)})`
  return sql`right(${lowerCase(text)}, char_length(${lowerCase(part)})) = ${lowerCase(part)}`
}

/** Search inside a text, whatever the case; `before` and `after` are `%` where more text may stand. */
export function likeSql(text: SqlArg, part: SqlArg, before: '' | '%', after: '' | '%'): SqlFragment {
  if (!part.literal)
    return once([text, part], (whole, sought) => computedSearch(whole, sought, before, after))
  const sought = textOf(part.literal.value)
  if (sought === null) return sql`false`
  return sql`${lowerCase(text.value())} like ${param(before + pattern(sought) + after, 'text')}`
}
