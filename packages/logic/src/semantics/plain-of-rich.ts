import type { Value } from '../value.ts'
import type { ValueType } from '../value-type.ts'

/** Tags behind which a line ends. */
const lineEnd = /<(?:br|hr|\/p|\/h[1-6]|\/pre)>/g
const tag = /<[^>]*>/g
const outerLines = /^\n+|\n+$/g

/**
 * The plain text of rich text. It relies on how rich text is kept: every `<` and `>` that is no tag, and every `&`, is
 * written as `&lt;`, `&gt;` and `&amp;`, and nothing else is. `sql/plain-of-rich.ts` says the same in SQL.
 */
export const plainOfRich = (html: string): string =>
  html
    .replaceAll(lineEnd, '\n')
    .replaceAll(tag, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(outerLines, '')

/** Whether the values of a type, or of a list of it, are kept as HTML. */
export const holdsRichText = (type: ValueType): boolean =>
  type.kind === 'list' ? holdsRichText(type.of) : type.kind === 'text' && type.rich === true

/** A value that is kept as HTML as expressions see it. */
export function plainValue(value: Value): Value {
  if (typeof value === 'string') return plainOfRich(value)
  return Array.isArray(value) ? value.map((element: Value) => plainValue(element)) : value
}
