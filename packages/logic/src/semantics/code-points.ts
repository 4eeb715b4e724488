/** People count characters, so do positions and lengths of the language: code points, not UTF-16 units. */
export function codePoints(text: string): string[] {
  return [...text]
}
