import type { BoardQuery, Query } from '@pipewright/contract'
import { useInfiniteQuery, useQuery, type QueryClient } from '@tanstack/react-query'
import { client } from './client.ts'

const recordsKey = (workspace: string, form: string) => ['records', workspace, form] as const

/** A change of one record moves sums, related lists and figures elsewhere: whatever shows records is asked for again. */
export const refreshRecords = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ queryKey: ['records'] })

const pageSize = 50
const whileLocked = 5000

/** Pages of a list, by keyset; the next one is fetched when the reader comes near the end. */
export function useRecordPages(workspace: string, form: string, query: Query, enabled = true) {
  return useInfiniteQuery({
    enabled,
    queryKey: [...recordsKey(workspace, form), 'pages', query],
    queryFn: ({ pageParam }) =>
      client.call('queryRecords', {
        params: { workspace, form },
        body: { ...query, limit: pageSize, ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
}

/** Boards of a form, and whatever was loaded of their columns. */
export const boardKey = (workspace: string, form: string) =>
  [...recordsKey(workspace, form), 'board'] as const

export function useBoard(workspace: string, form: string, query: BoardQuery) {
  return useQuery({
    queryKey: [...boardKey(workspace, form), query],
    queryFn: () => client.call('getBoard', { params: { workspace, form }, body: query }),
    placeholderData: (before) => before,
  })
}

export const oneRecordKey = (workspace: string, form: string, id: string) =>
  [...recordsKey(workspace, form), 'one', id] as const

export function useRecord(workspace: string, form: string, id: string) {
  return useQuery({
    queryKey: oneRecordKey(workspace, form, id),
    queryFn: () => client.call('getRecord', { params: { workspace, form, id } }),
    staleTime: 0,
    // Whoever waits for an approval sees the decision without reloading.
    refetchInterval: ({ state }) => ((state.data?.locked_by ?? null) === null ? false : whileLocked),
  })
}
