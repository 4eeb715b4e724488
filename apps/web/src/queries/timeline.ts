import type { Query } from '@pipewright/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { client } from './client.ts'

const pageSize = 100

/** The records of a window of time, page after page as far as somebody scrolls; the last ones stay while others come. */
export function useWindowPages(workspace: string, form: string, query: Query, enabled: boolean) {
  const body: Query = { ...query, limit: pageSize }
  return useInfiniteQuery({
    enabled,
    queryKey: ['records', workspace, form, 'window', body],
    queryFn: ({ pageParam }) =>
      client.call('queryRecords', {
        params: { workspace, form },
        body: { ...body, ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  })
}

/** How many records a list has; the last figure stays while another comes. */
export function useRecordCount(workspace: string, form: string, { filter, search }: Query) {
  const body = { ...(filter === undefined ? {} : { filter }), ...(search === undefined ? {} : { search }) }
  return useQuery({
    queryKey: ['records', workspace, form, 'count', body],
    queryFn: () => client.call('countRecords', { params: { workspace, form }, body }),
    placeholderData: (before) => before,
  })
}
