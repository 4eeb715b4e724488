const most = 10

/** Each text once, the first ten of them, and how many are left. */
export function listSome(
  texts: readonly string[],
  separator: string,
  more: (rest: number) => string,
): string {
  const distinct = [...new Set(texts)]
  const rest = distinct.length - most
  const shown = distinct.slice(0, most)
  return (rest > 0 ? [...shown, more(rest)] : shown).join(separator)
}
