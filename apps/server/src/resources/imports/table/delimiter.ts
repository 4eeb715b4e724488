const delimiters = [',', ';', '\t', '|'] as const

/** How often each delimiter stands outside quotes, per line. */
function countsPerLine(text: string, delimiter: string): number[] {
  const counts: number[] = []
  let count = 0
  let quoted = false
  for (const letter of text) {
    if (letter === '"') quoted = !quoted
    else if (quoted) continue
    else if (letter === delimiter) count += 1
    else if (letter === '\n') {
      counts.push(count)
      count = 0
    }
  }
  return counts.length === 0 ? [count] : counts
}

/** The delimiter that divides most lines alike; a comma when none divides. */
export function detectDelimiter(sample: string): string {
  const scores = delimiters.map((delimiter) => {
    const counts = countsPerLine(sample, delimiter).filter((count, at) => at === 0 || count > 0)
    const [header = 0] = counts
    const alike = counts.filter((count) => count === header).length / counts.length
    return { delimiter, score: header === 0 ? 0 : alike * 100 + Math.min(header, 50) }
  })
  const best = scores.toSorted((one, other) => other.score - one.score)[0]
  return best === undefined || best.score === 0 ? ',' : best.delimiter
}
