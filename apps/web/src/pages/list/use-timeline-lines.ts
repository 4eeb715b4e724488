import type { Query } from '@pipewright/contract'
import type { TableEntry, TableGrouping } from '@pipewright/renderer'
import type { TableGroup } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useWindowPages } from '../../queries/timeline.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import type { ListProps } from './list-props.ts'
import { useGroups } from './use-groups.ts'

const nothing = () => undefined

/** The lines of a timeline: one list by pages, or groups of which those that are open and in sight are read. */
export function useTimelineLines({ form, view }: ListProps, query: Query) {
  const { workspace, member } = useWorkspace()
  const { groupBy } = view
  const groups = useMemo<readonly TableGroup[]>(
    () => (groupBy === undefined ? [] : [{ field: groupBy }]),
    [groupBy],
  )
  const pages = useWindowPages(workspace.key, form.key, query, groupBy === undefined)
  const grouped = useGroups({
    workspace: workspace.key,
    form: form.key,
    member: member.id,
    view: view.key,
    query,
    groups,
    summaries: [],
    startsOpen: true,
  })
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  const entries = useMemo<readonly TableEntry[]>(() => {
    const rows = data?.pages.flatMap((page) => page.rows) ?? []
    const lines = rows.map((record, row): TableEntry => ({ kind: 'row', key: record.id, record, row }))
    const fetch = isFetchingNextPage ? nothing : () => void fetchNextPage()
    return hasNextPage ? [...lines, { kind: 'more', key: 'more', level: 0, fetch }] : lines
  }, [data, hasNextPage, isFetchingNextPage, fetchNextPage])
  if (groupBy !== undefined)
    return { lines: grouped.grouping, loading: false, error: grouped.error, retry: grouped.retry }
  const lines: TableGrouping = { entries, onToggle: nothing }
  return {
    lines,
    loading: pages.isFetching,
    error: pages.isError && data === undefined ? pages.error : null,
    retry: () => void pages.refetch(),
  }
}
