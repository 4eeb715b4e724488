import type { Query, RecordAnswer } from '@pipewright/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { client } from './client.ts'

const pageSize = 500
/** As many are drawn without being asked for. */
const drawn = 1000

/** All records of a window of time, page after page up to what can be drawn at once; more when they are asked for. */
export function useWindow(workspace: string, form: string, query: Query) {
  const key = ['records', workspace, form, 'window', query]
  const params = { workspace, form }
  const pages = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) =>
      client.call('queryRecords', {
        params,
        body: { ...query, limit: pageSize, ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  })
  const { data, hasNextPage, isFetching, isPlaceholderData, fetchNextPage } = pages
  const rows = useMemo<readonly RecordAnswer[]>(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const goesOn = hasNextPage && !isFetching && !isPlaceholderData && rows.length < drawn
  useEffect(() => {
    if (goesOn) void fetchNextPage()
  }, [goesOn, fetchNextPage])
  const isCut = hasNextPage && rows.length >= drawn
  const count = useQuery({
    queryKey: [...key, 'count'],
    queryFn: () =>
      client.call('countRecords', {
        params,
        body: {
          ...(query.filter === undefined ? {} : { filter: query.filter }),
          ...(query.search === undefined ? {} : { search: query.search }),
        },
      }),
    enabled: isCut,
  })
  return { pages, rows, count: isCut ? count.data : undefined }
}
