const plain = (name: string): string => name.normalize('NFKC').toLowerCase().trim()

/** How many letters have to be changed, added, left out or swapped with their neighbour, up to `most`. */
function distance(a: string, b: string, most: number): number {
  const [from, to] = [[...a], [...b]]
  if (Math.abs(from.length - to.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const isSame = from[i - 1] === to[j - 1]
      const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const costs = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1)]
      if (isSwapped) costs.push((before[j - 2] ?? 0) + 1)
      row.push(Math.min(...costs))
    }
    before = last
    last = row
  }
  return last[to.length] ?? most + 1
}

const LONGEST = 100

/** The names most like a mistyped word, best first: few letters apart, or one begins with the other or has it inside. */
export function nearestNames(word: string, names: readonly string[], most = 3): readonly string[] {
  const wanted = plain(word)
  if (wanted === '' || wanted.length > LONGEST) return []
  const reach = Math.max(1, Math.floor([...wanted].length / 3))
  const rated = names.map((name) => {
    const candidate = plain(name)
    const begins =
      candidate.startsWith(wanted) || (candidate.length * 2 > wanted.length && wanted.startsWith(candidate))
    if (begins) return { name, apart: Math.min(1, reach) }
    const inside = [...wanted].length >= 2 && candidate.includes(wanted)
    const apart = distance(wanted, candidate, reach)
    return { name, apart: inside ? Math.min(apart, reach) : apart }
  })
  return rated
    .filter(({ apart }) => apart <= reach)
    .toSorted((a, b) => a.apart - b.apart)
    .slice(0, most)
    .map(({ name }) => name)
}
