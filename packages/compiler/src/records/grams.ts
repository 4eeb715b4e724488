import { plainOfRich } from '@pipewright/logic'
import type { Field } from '@pipewright/schemas'
import { foldText } from './fold-text.ts'
import { simplified, soughtGrams, spelledOf } from './spelled.ts'

const cjkOrLetter = /[\p{L}\p{N}]/u

const plainTriple = /^[a-z0-9]{3}$/

/** What makes words findable by index: every letter and every pair of neighbours, and three where pairs tell little apart. */
function gramsOfWord(word: string, into: Set<string>): void {
  let [first, before] = ['', '']
  for (const letter of word) {
    if (cjkOrLetter.test(letter)) into.add(letter)
    if (before !== '') into.add(before + letter)
    if (plainTriple.test(first + before + letter)) into.add(first + before + letter)
    ;[first, before] = [before, letter]
  }
}

const numberShape = /^\+?[\d\s().\-/]{5,40}(?:(?:x|ext\.?|转|分机|#)\s*\d{1,8})?$/iu

/** A phone number without its marks, as it is looked for: without what is dialled before it. Undefined for other text. */
export function numberSought(search: string): string | undefined {
  const text = search.normalize('NFKC').trim()
  const digits = text.replaceAll(/\D/g, '').replace(/^0{1,2}/, '')
  return numberShape.test(text) && digits.length >= 4 ? digits : undefined
}

function addGramsOf(text: string, grams: Set<string>): void {
  const folded = foldText(text)
  for (const written of new Set([folded, simplified(folded)]))
    for (const word of written.split(/\s+/u)) if (word !== '') gramsOfWord(word, grams)
  if (numberShape.test(text)) gramsOfWord(text.replaceAll(/\D/g, ''), grams)
}

/** What finds texts by index; a phone number is also found by its bare digits, Chinese by how it is read. */
export function gramsOf(texts: readonly (string | null | undefined)[]): string[] {
  const grams = new Set<string>()
  for (const text of texts) {
    if (text === null || text === undefined) continue
    addGramsOf(text, grams)
    for (const gram of spelledOf(text)?.grams ?? []) grams.add(gram)
  }
  return [...grams]
}

/** What the search looks at of a record, as its columns hold it. */
export interface Sought {
  /** What narrows by index. */
  readonly _grams: readonly string[]
  /** What decides: of each field its key, its text as it is compared, how its Chinese is read, and a number's digits. */
  readonly _sought: string
}

/** What is kept of a record beside its fields. */
export interface Kept extends Sought {
  /** What it is compared by to find those that look the same. */
  readonly _match: readonly string[]
}

/** Stands before the key of a field in what decides, and behind it and before each way to write it. */
export const soughtField = '\u0001'
export const soughtText = '\u0002'

/** Longer titles are found by their words alone. */
const longestTitle = 100

/** What finds records by index whose whole title this is; undefined for nothing and for long texts. */
export function titleGram(text: string): string | undefined {
  const words = simplified(foldText(text)).split(/\s+/u)
  const title = words.filter((word) => word !== '').join(' ')
  return title === '' || title.length > longestTitle ? undefined : soughtText + title
}

/** Of all values its form searches, one of which may be the title. */
export function soughtOf(fields: readonly Field[], values: readonly unknown[], titleField?: string): Sought {
  const grams = new Set<string>()
  let sought = ''
  for (const [place, field] of fields.entries()) {
    const text = searchedText(field, values[place])?.replaceAll(soughtField, ' ').replaceAll(soughtText, ' ')
    if (text === undefined) continue
    addGramsOf(text, grams)
    const whole = field.key === titleField ? titleGram(text) : undefined
    if (whole !== undefined) grams.add(whole)
    const read = spelledOf(text)
    for (const gram of read?.grams ?? []) grams.add(gram)
    const digits = numberShape.test(text) ? [text.replaceAll(/\D/g, '')] : []
    const ways = [foldText(text), ...(read === undefined ? [] : [read.text]), ...digits]
    sought += `${soughtField}${field.key}${ways.map((way) => soughtText + way).join('')}`
  }
  return { _grams: [...grams], _sought: sought }
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
  return { terms, grams: [...new Set(terms.flatMap(soughtGrams))] }
}

/** A pattern for LIKE that finds the term anywhere. */
export const likePattern = (term: string): string => `%${term.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
