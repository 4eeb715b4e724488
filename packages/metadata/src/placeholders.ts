const placeholder = /\{\{\s*([a-z][a-z0-9_]{0,47})\s*\}\}/g

/** A text cut into words and the keys of the fields whose values stand between them. */
export type TextPart = { readonly text: string } | { readonly field: string }

/** `Call {{name}}!` → "Call ", the value of name, "!". */
export function splitPlaceholders(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(placeholder)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index) })
    parts.push({ field: match[1] ?? '' })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ text: text.slice(from) })
  return parts
}

/** Keys of the fields whose values stand in a text, each once. */
export const fieldsInText = (text: string): string[] => [
  ...new Set(splitPlaceholders(text).flatMap((part) => ('field' in part ? [part.field] : []))),
]
