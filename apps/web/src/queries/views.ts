import type { FormViews } from '@pipewright/contract'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from './client.ts'

const viewsKey = (workspace: string, form: string) => ['views', workspace, form] as const

export const formViewsQuery = (workspace: string, form: string) =>
  queryOptions({
    queryKey: viewsKey(workspace, form),
    queryFn: () => client.call('listViews', { params: { workspace, form } }),
    staleTime: 60_000,
  })

/** The views of a form that members saved, and how this one wants to find them. */
export const useFormViews = (workspace: string, form: string, enabled: boolean) =>
  useQuery({ ...formViewsQuery(workspace, form), enabled })

/** The key of a view that a link names, which is not among the tabs. */
export const viewKey = (workspace: string, id: string) => ['view', workspace, id] as const

/** A view by its id, as far as it may be seen. */
export const useLinkedView = (workspace: string, id: string | null) =>
  useQuery({
    queryKey: viewKey(workspace, id ?? ''),
    queryFn: () => client.call('getView', { params: { workspace, id: id ?? '' } }),
    enabled: id !== null,
    retry: false,
  })

export interface ViewCache {
  /** Shows a change at once; the server is asked afterwards. */
  readonly change: (form: string, change: (views: FormViews) => FormViews) => void
  readonly refresh: (form: string) => Promise<void>
}

export function useViewCache(workspace: string): ViewCache {
  const queries = useQueryClient()
  return {
    change: (form, change) =>
      queries.setQueryData<FormViews>(viewsKey(workspace, form), (views) => views && change(views)),
    refresh: async (form) => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: viewsKey(workspace, form) }),
        queries.invalidateQueries({ queryKey: ['view', workspace] }),
      ])
    },
  }
}
