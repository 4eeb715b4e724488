import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../../queries/client.ts'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'

export type Sure = 'likely' | 'possible'

const keyOf = (workspace: string, form: string) => ['duplicates', workspace, form] as const
const next = (page: { readonly next: string | null }) => page.next

/** Groups of records that look the same. Not asked for again with every change of a record: all records are compared for it. */
export function useDuplicates(form: string, sure: Sure) {
  const workspace = useWorkspace().workspace.key
  return useInfiniteQuery({
    queryKey: [...keyOf(workspace, form), 'groups', sure],
    queryFn: ({ pageParam: after }) =>
      client.call('findDuplicates', {
        params: { workspace, form },
        query: { sure, ...(after === null ? {} : { after }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: next,
    staleTime: 0,
    gcTime: 0,
  })
}

/** Pairs that were told apart. */
export function useToldApart(form: string) {
  const workspace = useWorkspace().workspace.key
  return useInfiniteQuery({
    queryKey: [...keyOf(workspace, form), 'apart'],
    queryFn: ({ pageParam: after }) =>
      client.call('listToldApart', {
        params: { workspace, form },
        query: after === null ? {} : { after },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: next,
    staleTime: 0,
    gcTime: 0,
  })
}

/** Tells records apart, and takes that back; answers whether it was done. */
export function useTell(form: string) {
  const workspace = useWorkspace().workspace.key
  const call = useCall()
  const queries = useQueryClient()
  const tell = async (name: 'tellApart' | 'tellTogether', records: readonly string[]): Promise<boolean> => {
    const body = { records: [...records] }
    const done = await call.run(() => client.call(name, { params: { workspace, form }, body }))
    return done !== undefined
  }
  return {
    call,
    apart: (records: readonly string[]) => tell('tellApart', records),
    together: (records: readonly string[]) => tell('tellTogether', records),
    refresh: () => queries.invalidateQueries({ queryKey: keyOf(workspace, form) }),
  }
}
