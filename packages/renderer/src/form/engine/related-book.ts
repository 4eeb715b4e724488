import type { JsonValue, RecordAnswer } from '@pipewright/contract'
import type { RelatedValues } from './form-engine.ts'

type Known = Readonly<Record<string, JsonValue>> | null

/** Fetches related records that formulas and rules ask for, once each, and says when one has arrived. */
export class RelatedBook implements RelatedValues {
  readonly #fetch: (form: string, id: string) => Promise<RecordAnswer>
  readonly #known = new Map<string, Known>()
  readonly #asked = new Set<string>()
  readonly #listeners = new Set<() => void>()
  #edition = 0

  constructor(fetch: (form: string, id: string) => Promise<RecordAnswer>) {
    this.#fetch = fetch
  }

  find(form: string, id: string): Known | undefined {
    const place = `${form}/${id}`
    if (this.#known.has(place)) return this.#known.get(place)
    if (!this.#asked.has(place)) {
      this.#asked.add(place)
      this.#fetch(form, id).then(
        (record) =>
          this.#learn(place, { ...record.values, owner: record.owner, created_at: record.created_at }),
        () => this.#learn(place, null),
      )
    }
    return undefined
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Grows with every record that arrives. */
  readonly edition = (): number => this.#edition

  #learn(place: string, value: Known): void {
    this.#known.set(place, value)
    this.#edition += 1
    for (const listener of this.#listeners) listener()
  }
}
