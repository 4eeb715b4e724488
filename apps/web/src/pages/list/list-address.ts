import type { SortKey } from '@pipewright/contract'
import type { Expression, TableSettings } from '@pipewright/schemas'
import { useSearchParams } from 'react-router'
import { readTable } from './table-settings.ts'

/** What of a list stands in the address, so that it can be shared and survives a reload. */
export interface ListAddress {
  readonly view: string | null
  readonly filter: Expression | null
  readonly search: string
  readonly sort: SortKey[] | null
  readonly columns: string[] | null
  /** What differs from the settings of the view. */
  readonly table: TableSettings | null
  /** Of a board: the field of its lanes, or `noLanes`. */
  readonly lanes: string | null
  /** Of a calendar or timeline: how much is shown, and a day among that. */
  readonly span: string | null
  readonly day: string | null
  /** Of a map: its middle and how near it is. */
  readonly at: string | null
}

function readJson<T>(text: string | null): T | null {
  if (text === null) return null
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}

/** In an address: the lanes of the view are not wanted. */
export const noLanes = '-'

const readDay = (text: string | null): string | null =>
  text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null

export function readAddress(search: URLSearchParams): ListAddress {
  return {
    view: search.get('view'),
    filter: readJson<Expression>(search.get('filter')),
    search: search.get('q') ?? '',
    sort: readJson<SortKey[]>(search.get('sort')),
    columns: search.get('columns')?.split(',').filter(Boolean) ?? null,
    table: readTable(readJson(search.get('table'))),
    lanes: search.get('lanes'),
    span: search.get('span'),
    day: readDay(search.get('day')),
    at: search.get('at'),
  }
}

export function writeAddress(address: ListAddress): Record<string, string> {
  return {
    ...(address.view === null ? {} : { view: address.view }),
    ...(address.filter === null ? {} : { filter: JSON.stringify(address.filter) }),
    ...(address.search === '' ? {} : { q: address.search }),
    ...(address.sort === null ? {} : { sort: JSON.stringify(address.sort) }),
    ...(address.columns === null ? {} : { columns: address.columns.join(',') }),
    ...(address.table === null ? {} : { table: JSON.stringify(address.table) }),
    ...(address.lanes === null ? {} : { lanes: address.lanes }),
    ...(address.span === null ? {} : { span: address.span }),
    ...(address.day === null ? {} : { day: address.day }),
    ...(address.at === null ? {} : { at: address.at }),
  }
}

export function useListAddress(): [ListAddress, (change: Partial<ListAddress>) => void] {
  const [search, setSearch] = useSearchParams()
  const address = readAddress(search)
  return [
    address,
    (change) => setSearch(writeAddress({ ...readAddress(search), ...change }), { replace: true }),
  ]
}
