/** People count characters, so do positions and lengths of the language: code points, not UTF-16 units. */
export function codePoints(text: string): string[] {
  return [...text]
}

/** Texts in the order of their code points, as PostgreSQL's collation "C" has them. */
export function compareCodePoints(a: string, b: string): number {
  const [left, right] = [codePoints(a), codePoints(b)]
  const length = Math.min(left.length, right.length)
  for (let index = 0; index < length; index += 1) {
    const difference = (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
