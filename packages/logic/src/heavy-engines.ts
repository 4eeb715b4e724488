import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'
import { RE2JS, RE2JSException } from 're2js'
import type { Matcher } from 're2js'
import type { Engines, Pattern, PatternMatch, PatternReason } from './engines.ts'

/** RE2's words for what is wrong, by their beginnings. */
const reasons: readonly (readonly [string, PatternReason])[] = [
  ['missing closing', 'bracket'],
  ['missing parenthesis', 'bracket'],
  ['unexpected )', 'bracket'],
  ['invalid escape', 'escape'],
  ['trailing backslash', 'escape'],
  ['missing argument to repetition', 'repetition'],
  ['invalid nested repetition', 'repetition'],
  ['invalid repeat', 'repetition'],
  ['bad repetition', 'repetition'],
  ['invalid character class', 'class'],
  ['invalid named', 'group'],
  ['duplicate', 'group'],
  ['invalid or unsupported Perl', 'unsupported'],
  ['expression too large', 'tooLarge'],
  ['expression nests too deeply', 'tooLarge'],
]

function reasonOf(error: RE2JSException): PatternReason {
  const text = error.message.replace('error parsing regexp: ', '')
  return reasons.find(([beginning]) => text.startsWith(beginning))?.[1] ?? 'other'
}

function matchOf(matcher: Matcher, groups: number): PatternMatch {
  const held = Array.from({ length: groups + 1 }, (_, index) => matcher.group(index))
  return { from: matcher.start(), to: matcher.end(), groups: held }
}

function patternOf(compiled: RE2JS): Pattern {
  const groups = compiled.groupCount()
  return {
    groups,
    *matches(text) {
      const matcher = compiled.matcher(text)
      while (matcher.find()) yield matchOf(matcher, groups)
    },
  }
}

const known = new Map<string, ReturnType<Engines['pattern']>>()
const MOST_KNOWN = 200

function compile(source: string): ReturnType<Engines['pattern']> {
  try {
    return patternOf(RE2JS.compile(source))
  } catch (error) {
    if (error instanceof RE2JSException) return { reason: reasonOf(error) }
    throw error
  }
}

const toSimplified = Converter({ from: 't', to: 'cn' })
const letters = new Map<string, string>()

/** Letter by letter, so that places in the text stay what they are. */
function simplifiedLetter(letter: string): string {
  const known = letters.get(letter)
  if (known !== undefined) return known
  const found = toSimplified(letter)
  const one = [...found].length === 1 ? found : letter
  letters.set(letter, one)
  return one
}

/** RE2 in JavaScript, and the readings and writings of Chinese characters. */
export const heavyEngines: Engines = {
  pattern(source) {
    const pattern = known.get(source) ?? compile(source)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(source, pattern)
    return pattern
  },
  syllables: (text) => pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }),
  simplified: (text) => text.replaceAll(/\p{Script=Han}/gu, simplifiedLetter),
}
