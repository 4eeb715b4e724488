import type { BoardQuery, Query, TreeQuery } from '@pipewright/contract'
import type { Expression, Sort } from '@pipewright/schemas'
import { noLanes, type ListAddress } from './list-address.ts'
import { settingsOver, type ListSettings } from './table-settings.ts'
import type { ListView } from './views/list-view.ts'
import { shownFilter } from './views/shown-filter.ts'

function narrowed(view: ListView, address: ListAddress) {
  const filter = shownFilter(view, address)
  return {
    ...(filter === null ? {} : { filter }),
    ...(address.search === '' ? {} : { search: address.search }),
  }
}

/** All that is in force of a list: what the view says, and over it what was chosen. */
export function listSettings(view: ListView, address: ListAddress): ListSettings {
  const filter = shownFilter(view, address)
  return {
    columns: [...(address.columns ?? view.columns)],
    sort: address.sort ?? view.sort ?? [],
    ...(filter === null ? {} : { filter }),
    table: settingsOver(view.table, address.table),
  }
}

/** The field of the lanes in force. */
export const lanesOf = (view: ListView, { lanes }: ListAddress): string | undefined =>
  lanes === noLanes ? undefined : (lanes ?? view.lanes)

/** The rows that view and address ask for together. */
export function tableQuery(view: ListView, address: ListAddress): Query {
  const { table: _, sort = [], ...rest } = listSettings(view, address)
  return {
    ...rest,
    sort,
    ...(address.search === '' ? {} : { search: address.search }),
  }
}

/** The rows of a gallery, with the field that holds their pictures. */
export function galleryQuery(view: ListView, address: ListAddress): Query {
  const { columns = [], ...query } = tableQuery(view, address)
  return {
    ...query,
    columns: [...new Set([...columns, ...(view.picture === undefined ? [] : [view.picture])])],
  }
}

/** What narrows a map, and the fields of what lies on it. */
export function mapNarrowing(view: ListView & { readonly place: string }, address: ListAddress) {
  const columns = [...new Set([...view.columns, view.place, ...(view.colorBy ? [view.colorBy] : [])])]
  return { ...narrowed(view, address), columns }
}

/** The same records, as far as a condition holds. */
export const among = <Q extends Pick<Query, 'filter'>>(query: Q, filter: Expression): Q => ({
  ...query,
  filter: query.filter === undefined ? filter : { and: [query.filter, filter] },
})

/** The levels of a tree, with the field that says what lies under what. */
export function treeQuery(
  view: ListView,
  address: ListAddress,
  parent: string,
  also: readonly string[] = [],
): TreeQuery {
  const { columns = [], filter, sort = [], search } = tableQuery(view, address)
  return {
    parent,
    columns: [...new Set([...columns, parent, ...also])],
    sort,
    ...(filter === undefined ? {} : { filter }),
    ...(search === undefined ? {} : { search }),
  }
}

/** The records of a window of time, with the fields that say when and how they look. */
export const windowQuery = (
  view: ListView,
  address: ListAddress,
  filter: Expression,
  sort: Sort[],
): Query => {
  const { filter: narrow, ...search } = narrowed(view, address)
  const made = [view.start, view.end, view.colorBy, view.groupBy].flatMap((key) => key ?? [])
  return {
    columns: [...new Set([...view.columns, ...made])],
    sort,
    ...search,
    filter: narrow === null || narrow === undefined ? filter : { and: [narrow, filter] },
  }
}

export const boardQuery = (view: ListView, address: ListAddress, field: string): BoardQuery => ({
  field,
  columns: view.columns,
  sums: view.sums ?? [],
  sort: view.sort ?? [],
  ...narrowed(view, address),
})
