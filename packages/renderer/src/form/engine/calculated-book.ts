import type { JsonValue, Values } from '@pipewright/contract'
import { sameValue } from '../../environment/same-value.ts'

/** Long enough that a word is typed in one go, short enough to seem live. */
const pauseMs = 250

/** Values that only the server can calculate, for what is typed at the moment. */
export interface CalculatedValues {
  /** Null while nothing differs from the record as it was read. */
  values(): Values | null
  /** Asks for the values anew; null when what was typed is taken back. */
  ask(typed: Values | null): void
}

/** Asks the server a moment after the last change, and forgets answers that were overtaken. */
export class CalculatedBook implements CalculatedValues {
  readonly #fetch: (typed: Values) => Promise<Values>
  readonly #listeners = new Set<() => void>()
  #known: Values | null = null
  #asked: Values | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #edition = 0

  constructor(fetch: (typed: Values) => Promise<Values>) {
    this.#fetch = fetch
  }

  values(): Values | null {
    return this.#known
  }

  ask(typed: Values | null): void {
    if (sameValue(this.#asked as JsonValue, typed as JsonValue)) return
    this.#asked = typed
    clearTimeout(this.#timer)
    if (typed === null) return this.#learn(null)
    this.#timer = setTimeout(() => {
      this.#fetch(typed).then(
        (found) => {
          if (this.#asked === typed) this.#learn(found)
        },
        // What was shown stays; the next change asks again.
        () => {
          if (this.#asked === typed) this.#asked = this.#known === null ? null : {}
        },
      )
    }, pauseMs)
    return undefined
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Grows with every answer. */
  readonly edition = (): number => this.#edition

  #learn(found: Values | null): void {
    if (sameValue(this.#known as JsonValue, found as JsonValue)) return
    this.#known = found
    this.#edition += 1
    for (const listener of this.#listeners) listener()
  }
}
