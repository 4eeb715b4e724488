/** People count characters, so do positions and lengths of the language: code points, not UTF-16 units. */
export function codePoints(text: string): string[] {
  return [...text]
}

/** Whether a text has more characters than that; looks at them only where that is not plain from its size. */
export const isLongerThan = (text: string, most: number): boolean =>
  text.length > most && (text.length > most * 2 || codePoints(text).length > most)

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
