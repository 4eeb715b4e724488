import { isSameJson } from '@pipewright/metadata'
import type { Expression } from '@pipewright/schemas'
import type { ListAddress } from '../list-address.ts'
import type { ListView } from './list-view.ts'

/** In an address: the filter of the view was taken away. */
export const noFilter: Expression = true

const conditionsOf = (filter: Expression): readonly Expression[] =>
  typeof filter === 'object' && filter !== null && !Array.isArray(filter) && Array.isArray(filter['and'])
    ? filter['and']
    : [filter]

/** Both conditions at once, in one list, so that each can be changed by itself later. */
function both(a: Expression | null, b: Expression | null): Expression | null {
  if (a === null || b === null) return a ?? b
  return { and: [...conditionsOf(a), ...conditionsOf(b)] }
}

/**
 * Which records a list shows. The filter of a view of the app stays, and what is added narrows it; that of a saved view
 * is changed as a whole, since it can be saved.
 */
export function shownFilter(view: ListView, { filter }: Pick<ListAddress, 'filter'>): Expression | null {
  const own = view.filter ?? null
  if (filter === null) return own
  if (view.saved === undefined) return both(own, filter === noFilter ? null : filter)
  return filter === noFilter ? null : filter
}

/** The filter in the address that makes the list show just this one. */
export function filterChange(view: ListView, filter: Expression | null): Expression | null {
  if (view.saved === undefined) return filter
  if (isSameJson(filter, view.filter ?? null)) return null
  return filter ?? noFilter
}

/** Whether a list shows fewer records than it could for whoever looks at it: by a filter he can take away, or a search. */
export function isNarrowed(view: ListView, address: ListAddress): boolean {
  const { search, filter } = address
  const isFiltered =
    view.saved === undefined ? filter !== null && filter !== noFilter : shownFilter(view, address) !== null
  return isFiltered || search !== ''
}
