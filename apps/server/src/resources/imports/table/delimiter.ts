const delimiters = [',', ';', '\t', '|'] as const

/** How often each delimiter stands outside quotes, per line that is not blank. */
function countsPerLine(text: string, delimiter: string): number[] {
  const counts: number[] = []
  let count = 0
  let quoted = false
  let blank = true
  const end = () => {
    if (!blank) counts.push(count)
    count = 0
    blank = true
  }
  for (const letter of text) {
    if (letter === '\n' && !quoted) {
      end()
      continue
    }
    if (letter === '"') quoted = !quoted
    if (letter === delimiter && !quoted) count += 1
    if (letter !== '\r') blank = false
  }
  if (counts.length === 0) end()
  return counts
}

/** The delimiter that divides most lines alike; a comma when none divides. */
export function detectDelimiter(sample: string): string {
  const scores = delimiters.map((delimiter) => {
    const counts = countsPerLine(sample, delimiter)
    const [header = 0] = counts
    const alike = counts.filter((count) => count === header).length / Math.max(counts.length, 1)
    return { delimiter, score: header === 0 ? 0 : alike * 100 + Math.min(header, 50) }
  })
  const best = scores.toSorted((one, other) => other.score - one.score)[0]
  return best === undefined || best.score === 0 ? ',' : best.delimiter
}
