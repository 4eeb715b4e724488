interface Kept<V> {
  readonly value: Promise<V>
  readonly until: number
}

export interface Remembered<V> {
  get(key: string, load: () => Promise<V>): Promise<V>
  forget(key: string): void
  forgetAll(): void
}

/**
 * Remembers answers of the database for a moment. What is forgotten while it is being loaded is not remembered
 * either, so an announcement is never overtaken by an older answer.
 */
export function remember<V>({
  clock,
  forMs,
  most,
}: {
  clock: () => number
  forMs: number
  most: number
}): Remembered<V> {
  const kept = new Map<string, Kept<V>>()
  return {
    get(key, load) {
      const known = kept.get(key)
      if (known !== undefined && known.until > clock()) return known.value
      const entry: Kept<V> = { value: load(), until: clock() + forMs }
      kept.delete(key)
      kept.set(key, entry)
      entry.value.catch(() => {
        if (kept.get(key) === entry) kept.delete(key)
      })
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return entry.value
    },
    forget: (key) => void kept.delete(key),
    forgetAll: () => kept.clear(),
  }
}
