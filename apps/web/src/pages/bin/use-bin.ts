import type { BinFilter, BinSelection } from '@pipewright/contract'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../queries/client.ts'
import { refreshRecords } from '../../queries/records.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { nothing, ticked, withTicks, type Chosen } from '../list/bulk/list-selection.ts'

const binKey = (workspace: string) => ['bin', workspace] as const

/** The recycle bin page by page, and what is chosen of it. */
export function useBin(filter: BinFilter) {
  const workspace = useWorkspace().workspace.key
  const question = JSON.stringify(filter)
  const [state, setState] = useState<{ of: string; chosen: Chosen }>({ of: question, chosen: nothing })
  const pages = useInfiniteQuery({
    queryKey: [...binKey(workspace), filter],
    queryFn: ({ pageParam }) =>
      client.call('listBin', {
        params: { workspace },
        body: { filter, ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  // Other records are meant by another filter: then nothing is chosen.
  const chosen = state.of === question ? state.chosen : nothing
  const choose = (next: Chosen) => setState({ of: question, chosen: next })
  const ids = rows.map(({ id }) => id)
  const selection: BinSelection = chosen.all
    ? { all: { ...filter, ...(chosen.except.size === 0 ? {} : { except: [...chosen.except] }) } }
    : { ids: [...chosen.ids] }
  return {
    pages,
    rows,
    keepDays: pages.data?.pages[0]?.keepDays ?? null,
    ticked: ticked(chosen, ids),
    onTick: (next: ReadonlySet<string>) => choose(withTicks(chosen, ids, next)),
    isEmpty: !chosen.all && chosen.ids.size === 0,
    isAll: chosen.all,
    chooseAll: () => choose({ all: true, except: new Set() }),
    clear: () => choose(nothing),
    selection,
  }
}

/** What was deleted is read again, and so are lists to which something comes back. */
export function useRefreshBin(): () => Promise<void> {
  const workspace = useWorkspace().workspace.key
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries({ queryKey: binKey(workspace) })
    await refreshRecords(queries)
  }
}
