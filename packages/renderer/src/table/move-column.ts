/** The columns with one of them before another, or at the end. */
export function columnBefore(columns: readonly string[], path: string, before: string | null): string[] {
  if (path === before) return [...columns]
  const rest = columns.filter((column) => column !== path)
  const at = before === null ? rest.length : rest.indexOf(before)
  return at < 0 ? [...columns] : [...rest.slice(0, at), path, ...rest.slice(at)]
}

/** The columns with one of them further left or right by so many places. */
export function columnMoved(columns: readonly string[], path: string, by: number): string[] {
  const rest = columns.filter((column) => column !== path)
  const at = Math.max(0, columns.indexOf(path) + by)
  return [...rest.slice(0, at), path, ...rest.slice(at)]
}
