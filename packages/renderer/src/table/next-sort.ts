import type { SortKey } from '@pipewright/contract'

/** A click on a head: ascending, then descending, then none; the other keys make way. */
export function nextSort(sort: readonly SortKey[], path: string): SortKey[] {
  const now = sort.find((key) => key.field === path)
  if (now === undefined) return [{ field: path, direction: 'asc' }]
  return now.direction === 'asc' ? [{ field: path, direction: 'desc' }] : []
}
