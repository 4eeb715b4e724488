/** Randomness that gives the same sequence for the same seed, on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** Whole number from `least` to `most`, both included. */
  int(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** One of the entries, as often as its weight says. */
  weighted<T>(entries: readonly (readonly [item: T, weight: number])[]): T
  shuffle<T>(items: readonly T[]): T[]
}

/** FNV-1a, so that every form has its own sequence and a change to one leaves the others as they are. */
function hash(seed: string): number {
  let value = 2166136261
  for (let index = 0; index < seed.length; index += 1)
    value = Math.imul(value ^ seed.charCodeAt(index), 16777619)
  return value >>> 0
}

export function randomFrom(seed: string): Random {
  let state = hash(seed)
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(0, items.length - 1)]
    if (item === undefined) throw new Error('Nothing to pick from')
    return item
  }
  const weighted = <T>(entries: readonly (readonly [item: T, weight: number])[]): T => {
    let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [item, weight] of entries) {
      left -= weight
      if (left < 0) return item
    }
    return pick(entries)[0]
  }
  const shuffle = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item)
  return { next, int, chance: (probability) => next() < probability, pick, weighted, shuffle }
}
