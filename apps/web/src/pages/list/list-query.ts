import type { BoardQuery, Query } from '@pipewright/contract'
import type { View } from '@pipewright/schemas'
import { bothFilters, type ListAddress } from './list-address.ts'

function narrowed(view: View, address: ListAddress) {
  const filter = bothFilters(view.filter, address.filter)
  return {
    ...(filter === null ? {} : { filter }),
    ...(address.search === '' ? {} : { search: address.search }),
  }
}

/** The rows that view and address ask for together. */
export const tableQuery = (view: View, address: ListAddress): Query => ({
  columns: [...(address.columns ?? view.columns)],
  sort: address.sort ?? view.sort ?? [],
  ...narrowed(view, address),
  ...(address.deleted ? { deleted: true } : {}),
})

export const boardQuery = (view: View, address: ListAddress, field: string): BoardQuery => ({
  field,
  columns: view.columns,
  sums: view.sums ?? [],
  sort: view.sort ?? [],
  ...narrowed(view, address),
})
