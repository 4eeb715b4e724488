import type { ItemsViewProps } from './items-view-props.ts'

/** Problems by row and column; a row without any keeps being drawn as it was. */
export function problemsByRow(
  problems: ItemsViewProps['problems'],
): ReadonlyMap<number, ReadonlyMap<string, string>> {
  const rows = new Map<number, Map<string, string>>()
  for (const [pointer, text] of problems ?? []) {
    const [, row = '', column = ''] = pointer.split('/')
    rows.set(Number(row), (rows.get(Number(row)) ?? new Map<string, string>()).set(column, text))
  }
  return rows
}
