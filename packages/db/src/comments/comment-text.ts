import type { Issue } from '@pipewright/compiler'

/** As many characters as a comment may have. */
export const longestComment = 10_000

/** A member in the text of a comment: "@{0198…}". Nobody writes that by hand, and it holds when somebody is renamed. */
const token = /@\{([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}/g

/** The members that a text mentions, each once. */
export const mentionedIn = (text: string): string[] => [
  ...new Set([...text.matchAll(token)].flatMap(([, id]) => id ?? [])),
]

/** The text as it is kept: plain, without space around it. */
export const cleanComment = (text: string): string => text.replaceAll('\r\n', '\n').normalize('NFC').trim()

/** What is wrong with the text of a comment, which may be empty when files come with it. */
export function commentIssue(text: string, files: readonly string[]): Issue | undefined {
  const pointer = '/text'
  if (!text.isWellFormed() || text.includes('\0')) return { pointer, code: 'bad-characters' }
  if (text === '' && files.length === 0) return { pointer, code: 'required' }
  if ([...text].length > longestComment) return { pointer, code: 'too-long', params: { max: longestComment } }
  return undefined
}
