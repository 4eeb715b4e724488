import type { ItemsViewProps } from './items-view-props.ts'

/** Problems by row and column; a row without any keeps being drawn as it was. */
export function problemsByRow(
  problems: ItemsViewProps['problems'],
): ReadonlyMap<number, ReadonlyMap<string, string>> {
  const rows = new Map<number, Map<string, string>>()
  for (const [pointer, text] of problems ?? []) {
    const [, row = '', column = '', inner] = pointer.split('/')
    const own = rows.get(Number(row)) ?? new Map<string, string>()
    const told = own.get(column)
    // Of rows inside the row: which one it is, and what is wrong with the first of them.
    const said = inner === undefined ? text : `${Number(inner) + 1}: ${text}`
    rows.set(Number(row), own.set(column, inner === undefined ? said : (told ?? said)))
  }
  return rows
}
