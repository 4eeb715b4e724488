import { plainOfRich } from '@pipewright/logic'
import type { Field } from '@pipewright/schemas'

const cjkOrLetter = /[\p{L}\p{N}]/u

/** How text is compared by the search: width, composition and case do not count. */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase()

/** What makes 1- and 2-character words findable by index: every letter and every pair of neighbours. */
function gramsOfWord(word: string, into: Set<string>): void {
  let before = ''
  for (const letter of word) {
    if (cjkOrLetter.test(letter)) into.add(letter)
    if (before !== '') into.add(before + letter)
    before = letter
  }
}

const numberShape = /^\+?[\d\s().\-/]{5,40}(?:(?:x|ext\.?|转|分机|#)\s*\d{1,8})?$/iu

/** A phone number without its marks, as it is looked for: without what is dialled before it. Undefined for other text. */
export function numberSought(search: string): string | undefined {
  const text = search.normalize('NFKC').trim()
  const digits = text.replaceAll(/\D/g, '').replace(/^0{1,2}/, '')
  return numberShape.test(text) && digits !== text && digits.length >= 4 ? digits : undefined
}

/** The `_grams` of a record: of all texts its form searches; a phone number is also found by its bare digits. */
export function gramsOf(texts: readonly (string | null | undefined)[]): string[] {
  const grams = new Set<string>()
  for (const text of texts) {
    for (const word of foldText(text ?? '').split(/\s+/u)) if (word !== '') gramsOfWord(word, grams)
    if (text !== null && text !== undefined && numberShape.test(text))
      gramsOfWord(text.replaceAll(/\D/g, ''), grams)
  }
  return [...grams]
}

/** What the search reads of a value. */
export function searchedText(field: Field, value: unknown): string | null {
  if (typeof value === 'object' && value !== null && 'text' in value) return String(value.text)
  if (field.type === 'tags' && Array.isArray(value)) return value.join(' ')
  if (typeof value !== 'string') return null
  return field.type === 'richText' ? plainOfRich(value) : value
}

const mostTerms = 8

/** What is sought: every term must be found; the index narrows, the text itself decides. */
export function searchTerms(search: string): {
  readonly terms: readonly string[]
  readonly grams: readonly string[]
} {
  const terms = [
    ...new Set(
      foldText(search)
        .split(/\s+/u)
        .filter((term) => term !== ''),
    ),
  ].slice(0, mostTerms)
  const grams = new Set<string>()
  for (const term of terms) {
    const own = new Set<string>()
    gramsOfWord(term, own)
    const pairs = [...own].filter((gram) => [...gram].length > 1)
    for (const gram of pairs.length > 0 ? pairs : own) grams.add(gram)
  }
  return { terms, grams: [...grams] }
}

/** A pattern for LIKE that finds the term anywhere. */
export const likePattern = (term: string): string => `%${term.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
