import type { RecordAnswer } from '@pipewright/contract'
import type { TableGroup, TableSettings } from '@pipewright/schemas'
import { useColorPaths } from '@pipewright/renderer'
import { useNarrow } from '@pipewright/ui'
import { useRecordPages } from '../../queries/records.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import type { ListProps } from './list-props.ts'
import { tableQuery } from './list-query.ts'
import { useGroups, useTotal } from './use-groups.ts'

const none: readonly TableGroup[] = []

/** The rows of a table: one list by pages, or groups of which those that are open are read. */
export function useTableRows({ form, view, address }: ListProps, settings: TableSettings) {
  const { workspace, member } = useWorkspace()
  const plain = tableQuery(view, address)
  const also = useColorPaths(form.key, settings.rowColors)
  const query = { ...plain, columns: [...new Set([...(plain.columns ?? []), ...also])] }
  const narrow = useNarrow()
  const groups = settings.groups ?? none
  const summaries = settings.summaries ?? []
  const asked = {
    workspace: workspace.key,
    form: form.key,
    member: member.id,
    view: view.key,
    query,
    groups,
    summaries,
  }
  const isGrouped = groups.length > 0
  const pages = useRecordPages(workspace.key, form.key, query, !isGrouped)
  const grouped = useGroups(asked)
  // Cards have no columns to sum up below.
  const isSummed = !narrow && (isGrouped || summaries.length > 0)
  const total = useTotal(asked, isSummed)
  const figures = isSummed ? { figures: { summaries, total } } : {}
  if (isGrouped)
    return {
      rows: grouped.rows,
      error: grouped.error,
      retry: grouped.retry,
      table: {
        rows: grouped.rows,
        loading: false,
        hasMore: false,
        loadingMore: false,
        onLoadMore: () => undefined,
        grouping: grouped.grouping,
        ...figures,
      },
    }
  const rows: readonly RecordAnswer[] = pages.data?.pages.flatMap((page) => page.rows) ?? []
  return {
    rows,
    error: pages.isError && pages.data === undefined ? pages.error : null,
    retry: () => void pages.refetch(),
    table: {
      rows,
      loading: pages.isPending,
      hasMore: pages.hasNextPage,
      loadingMore: pages.isFetchingNextPage,
      onLoadMore: () => void pages.fetchNextPage(),
      ...figures,
    },
  }
}
