import type { RecordAnswer } from '@pipewright/contract'

interface UnderWay {
  /** The version it was asked to change. */
  readonly from: number
  readonly answer: Promise<RecordAnswer>
}

/**
 * Saves that are not answered yet, whatever page began them. Those of one record follow one another: who leaves a
 * record while it is saved, comes back and saves again, builds on his own words instead of meeting them as a conflict.
 */
export class SavesUnderWay {
  readonly #last = new Map<string, UnderWay>()
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  isUnderWay(record: string): boolean {
    return this.#last.has(record)
  }

  /** Saves once those before it are answered; `save` is given the version that it is to change. */
  async run(
    record: string,
    from: number,
    save: (version: number) => Promise<RecordAnswer>,
  ): Promise<RecordAnswer> {
    const own = { from, answer: follow(this.#last.get(record), from, save) }
    this.#last.set(record, own)
    this.#tell()
    try {
      return await own.answer
    } finally {
      if (this.#last.get(record) === own) this.#last.delete(record)
      this.#tell()
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

async function follow(
  before: UnderWay | undefined,
  from: number,
  save: (version: number) => Promise<RecordAnswer>,
): Promise<RecordAnswer> {
  const made = await before?.answer.catch(() => undefined)
  return save(made !== undefined && before?.from === from ? made.version : from)
}
