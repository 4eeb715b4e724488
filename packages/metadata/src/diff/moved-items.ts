/** The fewest items that must be taken out and put elsewhere to turn one order into the other. */
export function movedItems(before: readonly string[], after: readonly string[]): string[] {
  const position = new Map(before.map((item, place) => [item, place]))
  const kept = after.filter((item) => position.has(item))
  const places = kept.map((item) => position.get(item) ?? 0)
  // Longest increasing run: `tails[n]` is the index where the best run of n + 1 items ends.
  const tails: number[] = []
  const previous: (number | undefined)[] = []
  for (const [index, place] of places.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((places[tails[middle] ?? 0] ?? 0) < place) low = middle + 1
      else high = middle
    }
    previous.push(low > 0 ? tails[low - 1] : undefined)
    tails[low] = index
  }
  const steady = new Set<number>()
  for (let at = tails.at(-1); at !== undefined; at = previous[at]) steady.add(at)
  return kept.filter((_, index) => !steady.has(index))
}
