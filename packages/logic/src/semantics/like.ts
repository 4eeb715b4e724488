import type { SqlArg } from '../operation.ts'
import { lowerCase } from '../text-case.ts'
import { textOf } from '../value.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'

/** The pattern for a known text; `%`, `_` and `\` in it stand for themselves. */
function pattern(text: string): string {
  return lowerCase(text).replaceAll(/[\\%_]/g, String.raw`\$&`)
}

function computedSearch(text: SqlFragment, part: SqlFragment, before: string, after: string): SqlFragment {
  if (before && after) return sql`strpos(lower(${text}), lower(${part})) > 0`
  if (after) return sql`starts_with(lower(${text}), lower(${part}))`
  return sql`right(lower(${text}), char_length(${part})) = lower(${part})`
}

/** Search inside a text, whatever the case; `before` and `after` are `%` where more text may stand. */
export function likeSql(text: SqlArg, part: SqlArg, before: '' | '%', after: '' | '%'): SqlFragment {
  if (!part.literal) return computedSearch(text.value(), part.value(), before, after)
  const sought = textOf(part.literal.value)
  if (sought === null) return sql`false`
  return sql`lower(${text.value()}) like ${param(before + pattern(sought) + after, 'text')}`
}
