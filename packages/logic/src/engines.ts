/** Places of a match in a text, and what its groups hold; group 0 is the whole match. */
export interface PatternMatch {
  readonly from: number
  readonly to: number
  readonly groups: readonly (string | null)[]
}

/** A pattern that was found usable; `matches` takes time in proportion to the text. */
export interface Pattern {
  readonly groups: number
  matches(text: string): Iterable<PatternMatch>
}

/** Large machinery that few expressions need, so that the others do not carry it. */
export interface Engines {
  /** The usable pattern, or why there is none. */
  pattern(source: string): Pattern | { readonly reason: PatternReason }
  /** Syllables of Chinese characters without tones; other text stays together. */
  syllables(text: string): string[]
  /** Traditional characters as the simplified ones they are written with today, one for one. */
  simplified(text: string): string
}

export type PatternReason =
  | 'bracket'
  | 'escape'
  | 'repetition'
  | 'class'
  | 'group'
  | 'unsupported'
  | 'tooLarge'
  | 'other'

let provided: Engines | undefined

/** Hands in the machinery of `@pipewright/logic/engines`; before that, patterns and pinyin do not run. */
export function provideEngines(engines: Engines): void {
  provided = engines
}

/** Undefined where nobody has provided it: then nothing is claimed about patterns while types are checked. */
export function findEngines(): Engines | undefined {
  return provided
}

export function requireEngines(): Engines {
  if (!provided) throw new Error('patterns and pinyin need the engines of @pipewright/logic/engines')
  return provided
}
