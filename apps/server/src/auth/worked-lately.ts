const calmMs = 60_000
const most = 10_000

/** Keys that worked from a network within the last minute: of those nothing is looked up or written down again. */
export interface WorkedLately {
  has(pair: string): boolean
  add(pair: string): void
  forget(pair: string): void
}

export function workedLately(clock: () => number): WorkedLately {
  const until = new Map<string, number>()
  return {
    has: (pair) => (until.get(pair) ?? 0) > clock(),
    add(pair) {
      until.delete(pair)
      until.set(pair, clock() + calmMs)
      const [oldest] = until.keys()
      if (until.size > most && oldest !== undefined) until.delete(oldest)
    },
    forget: (pair) => void until.delete(pair),
  }
}
