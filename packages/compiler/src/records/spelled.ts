import { findEngines } from '@pipewright/logic'
import { foldText } from './fold-text.ts'

const hanRun = /\p{Script=Han}+/gu
const isHan = /\p{Script=Han}/u
const isLatin = /[a-z]/
const isPlain = /[a-z0-9]/

/** Longer texts are read, not looked up by how they sound. */
const longest = 200

/** A letter of a text with how it is read, which only Chinese characters have: "华", "HUA". */
interface Read {
  readonly letter: string
  readonly reading: string
}

function readings(run: string): Read[] {
  const engines = findEngines()
  const letters = [...run]
  const found = engines?.syllables(run) ?? []
  const each =
    found.length === letters.length ? found : letters.map((letter) => engines?.syllables(letter)[0])
  return letters.map((letter, place) => ({
    letter,
    reading: (each[place] ?? '').replaceAll(/[^a-z]/gu, '').toUpperCase(),
  }))
}

/** Traditional characters as simplified ones, where that is known. */
export const simplified = (text: string): string => findEngines()?.simplified(text) ?? text

/** The letters of a text as they are compared. */
export function lettersOf(text: string): Read[] {
  const folded = simplified(foldText(text))
  const all: Read[] = []
  let from = 0
  const plain = (until: number) => {
    for (const letter of folded.slice(from, until)) all.push({ letter, reading: '' })
  }
  for (const { 0: run, index } of folded.matchAll(hanRun)) {
    plain(index)
    all.push(...readings(run))
    from = index + run.length
  }
  plain(folded.length)
  return all
}

interface Spelled {
  /** Every Chinese character with its reading behind it in capitals, which folded text has none of: "华HUA为WEI". */
  readonly text: string
  /** What finds it by index: neighbouring letters of the readings, and of their first letters. */
  readonly grams: ReadonlySet<string>
}

/** Pairs and triples of letters as somebody types them who types whole readings, or first letters alone. */
function addRun(typed: string, grams: Set<string>): void {
  for (let at = 1; at < typed.length; at += 1) {
    grams.add(typed.slice(at - 1, at + 1))
    if (at > 1) grams.add(typed.slice(at - 2, at + 1))
  }
}

/** How a text with Chinese characters is written and read; undefined for other texts, and for those of many words. */
export function spelledOf(text: string): Spelled | undefined {
  if (text.length > longest || !isHan.test(text) || findEngines() === undefined) return undefined
  const all = lettersOf(text)
  const grams = new Set<string>()
  let [whole, first] = ['', '']
  for (const { letter, reading } of [...all, { letter: ' ', reading: '' }]) {
    const typed = reading === '' ? letter : reading.toLowerCase()
    if (isPlain.test(typed)) {
      whole += typed
      first += typed[0] ?? ''
      continue
    }
    addRun(whole, grams)
    addRun(first, grams)
    ;[whole, first] = ['', '']
  }
  return { text: all.map(({ letter, reading }) => letter + reading).join(''), grams }
}

const special = /[^\p{L}\p{N}]/gu

/** A text as a pattern that finds just it. */
export const patternOf = (text: string): string => text.replaceAll(special, (found) => `\\${found}`)

/**
 * A pattern that finds what was typed in a spelled text: characters, readings and their first letters, mixed at will. It
 * begins where a reading begins, and means the same to JavaScript and to PostgreSQL.
 */
export function spelledPattern(term: string): string {
  return [...simplified(term)]
    .map((letter, place) => {
      if (!isLatin.test(letter)) return `${place === 0 ? '' : '[A-Z]*'}${patternOf(letter)}`
      const capital = letter.toUpperCase()
      return place === 0
        ? `(?:(?:^|[^A-Z])${capital}|${letter})`
        : `(?:(?:[A-Z]*[^ -~\\s])?${capital}|[A-Z]*${letter})`
    })
    .join('')
}

const isFound = /[\p{L}\p{N}]/u
const runs = /[a-z0-9]+|\p{Script=Han}+|[^a-z0-9\p{Script=Han}]+/gu

/** Neighbouring letters of one kind, as many as the index has together: three Latin ones or digits, two others. */
function gramsOfRun(run: string, isAlone: boolean): string[] {
  const letters = [...run]
  const size = Math.min(letters.length, isPlain.test(run) ? 3 : 2)
  // Of single signs only letters and digits are in the index.
  if (size === 1 && !isHan.test(run) && !(isAlone && isFound.test(run))) return []
  return letters
    .slice(0, letters.length - size + 1)
    .map((_, place) => letters.slice(place, place + size).join(''))
}

/** What narrows a term by index, of text as it stands and as it is read; letters of a kind by themselves. */
export function soughtGrams(term: string): string[] {
  const found = simplified(term).match(runs) ?? []
  const grams = found.flatMap((run) => gramsOfRun(run, found.length === 1))
  return grams.length > 0
    ? [...new Set(grams)]
    : [...term].filter((letter) => isFound.test(letter)).slice(0, 1)
}
