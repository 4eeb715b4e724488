import type { SortKey } from '@pipewright/contract'

const mostKeys = 5

const without = (sort: readonly SortKey[], path: string): SortKey[] =>
  sort.filter((key) => key.field !== path)

/** A click on a head: ascending, then descending, then none; the other keys make way unless it is added to them. */
export function nextSort(sort: readonly SortKey[], path: string, add = false): SortKey[] {
  const now = sort.find((key) => key.field === path)
  if (now === undefined) return sortedBy(sort, { field: path, direction: 'asc' }, add)
  if (now.direction === 'desc') return add ? without(sort, path) : []
  const next: SortKey = { field: path, direction: 'desc' }
  return add ? sort.map((key) => (key === now ? next : key)) : [next]
}

/** Sorted by one column, or by it after those that are there. */
export function sortedBy(sort: readonly SortKey[], key: SortKey, add: boolean): SortKey[] {
  if (!add) return [key]
  return [...without(sort, key.field).slice(0, mostKeys - 1), key]
}

export const canSortMore = (sort: readonly SortKey[], path: string): boolean =>
  without(sort, path).length > 0 && without(sort, path).length < mostKeys
