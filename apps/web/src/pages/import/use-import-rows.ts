import type { Import, ImportRows, ImportRowsShown } from '@pipewright/contract'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../../queries/client.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'

/** Rows of an import by what becomes of them, page by page. */
export function useImportRows(job: Import, show: ImportRowsShown, search = '') {
  const { workspace } = useWorkspace()
  const queries = useQueryClient()
  const params = { workspace: workspace.key, id: job.id }
  const pages = useInfiniteQuery({
    queryKey: ['import-rows', workspace.key, job.id, job.mapping, job.writes, job.state, show, search],
    initialPageParam: '0',
    queryFn: ({ pageParam }) =>
      client.call('listImportRows', {
        params,
        query: { show, after: pageParam, ...(search === '' ? {} : { search }) },
      }),
    getNextPageParam: ({ next }) => next,
    gcTime: 0,
  })
  const found = pages.data?.pages ?? []
  const again = async () => {
    // It may have gone on meanwhile, for example in another window.
    await queries.invalidateQueries({ queryKey: ['import', workspace.key, job.id] })
    return pages.isFetchNextPageError ? pages.fetchNextPage() : pages.refetch()
  }
  return {
    pages,
    again,
    rows: found.flatMap(({ rows }) => rows),
    titles: Object.assign({}, ...found.map(({ titles }) => titles)) as ImportRows['titles'],
  }
}
