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

/** Stands where the value of a field would that the reader may not know of. */
const unknown = '{{-}}'

/** The text without the names of fields that are not known; where their values would stand is kept. */
export const hideInText = (text: string, isKnown: (field: string) => boolean): string =>
  splitPlaceholders(text)
    .map((part) => {
      if ('text' in part) return part.text
      return isKnown(part.field) ? `{{${part.field}}}` : unknown
    })
    .join('')

/** A text with values of fields in it, and whether some had to be left out. */
export interface FilledText {
  readonly text: string
  readonly lacks: boolean
}

/** Puts values in their places; one that is undefined may not be known, and its place stays empty. */
export function fillText(text: string, valueOf: (field: string) => string | undefined): FilledText {
  let lacks = false
  const known = text.split(unknown)
  const filled = known.map((piece) =>
    splitPlaceholders(piece)
      .map((part) => {
        if ('text' in part) return part.text
        const value = valueOf(part.field)
        if (value === undefined) lacks = true
        return value ?? ''
      })
      .join(''),
  )
  return { text: filled.join(''), lacks: lacks || known.length > 1 }
}

/** Keys of the fields whose values stand in a text, each once. */
export const fieldsInText = (text: string): string[] => [
  ...new Set(splitPlaceholders(text).flatMap((part) => ('field' in part ? [part.field] : []))),
]
