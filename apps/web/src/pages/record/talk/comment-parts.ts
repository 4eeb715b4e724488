/** A member that was chosen while writing, under the name that stands in the text. */
export interface Mention {
  readonly id: string
  readonly name: string
}

/** A piece of a comment and where it begins. */
export type CommentPart =
  | { readonly at: number; readonly type: 'text'; readonly text: string }
  | { readonly at: number; readonly type: 'link'; readonly text: string }
  | { readonly at: number; readonly type: 'mention'; readonly id: string }

const pieces = /@\{([0-9a-f-]{36})\}|(https?:\/\/[^\s<>"“”（）()，。；]+)/g

/** The text of a comment as what is drawn one after the other. */
export function commentParts(text: string): CommentPart[] {
  const parts: CommentPart[] = []
  let end = 0
  for (const { 0: whole, 1: id, index } of text.matchAll(pieces)) {
    if (index > end) parts.push({ at: end, type: 'text', text: text.slice(end, index) })
    parts.push(
      id === undefined ? { at: index, type: 'link', text: whole } : { at: index, type: 'mention', id },
    )
    end = index + whole.length
  }
  if (end < text.length) parts.push({ at: end, type: 'text', text: text.slice(end) })
  return parts
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
const wordEnd = /[\p{Script=Latin}\p{N}]$/u

/** The written text with a token for everybody who was chosen: "@Ann " becomes "@{0198…} ". */
export function withTokens(text: string, mentions: readonly Mention[]): string {
  const longestFirst = mentions.toSorted((one, other) => other.name.length - one.name.length)
  return longestFirst.reduce((all, { id, name }) => {
    // "@Ann" is not meant by "@Anna"; Chinese goes on without a space.
    const end = wordEnd.test(name) ? String.raw`(?![\p{Script=Latin}\p{N}])` : ''
    return all.replaceAll(new RegExp(`@${escaped(name)}${end}`, 'gu'), () => `@{${id}}`)
  }, text)
}

/** The other way round, to be edited. */
export function withNames(
  text: string,
  nameOf: (id: string) => string,
): { readonly text: string; readonly mentions: Mention[] } {
  const mentions = new Map<string, Mention>()
  const parts = commentParts(text).map((part) => {
    if (part.type !== 'mention') return part.text
    const name = nameOf(part.id)
    mentions.set(part.id, { id: part.id, name })
    return `@${name}`
  })
  return { text: parts.join(''), mentions: [...mentions.values()] }
}
