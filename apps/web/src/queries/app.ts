import type { App } from '@pipewright/contract'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onWorkspaceEvent } from './workspace-events.ts'
import { client } from './client.ts'
import { notificationsKey, unreadKey } from './unread.ts'

export const appKey = (workspace: string) => ['app', workspace] as const

export const appQuery = (workspace: string) =>
  queryOptions({
    queryKey: appKey(workspace),
    queryFn: () => client.call('getApp', { params: { workspace } }),
    staleTime: 60_000,
  })

export function useAppQuery(workspace: string) {
  return useQuery(appQuery(workspace))
}

/**
 * Follows the workspace: a new revision reloads the app (what is being typed stays, forms keep their own state),
 * tasks and imports refresh what shows them.
 */
export function useWorkspaceEvents(workspace: string): void {
  const queries = useQueryClient()
  useEffect(() => {
    const stops = [
      onWorkspaceEvent(workspace, 'revision', ({ data }) => {
        const { revision } = JSON.parse(data) as { revision: number }
        if (queries.getQueryData<App>(appKey(workspace))?.revision === revision) return
        void queries.invalidateQueries({ queryKey: appKey(workspace) })
        void queries.invalidateQueries({ queryKey: ['records'] })
        void queries.invalidateQueries({ queryKey: ['views', workspace] })
      }),
      onWorkspaceEvent(workspace, 'views', () => {
        void queries.invalidateQueries({ queryKey: ['views', workspace] })
      }),
      onWorkspaceEvent(workspace, 'tasks', ({ data }) => {
        const { open } = JSON.parse(data) as { open: number }
        queries.setQueryData<App>(appKey(workspace), (app) => app && { ...app, openTasks: open })
        void queries.invalidateQueries({ queryKey: ['tasks', workspace] })
      }),
      onWorkspaceEvent(workspace, 'notifications', ({ data }) => {
        const { unread } = JSON.parse(data) as { unread: number }
        queries.setQueryData(unreadKey(workspace), unread)
        void queries.invalidateQueries({ queryKey: notificationsKey(workspace) })
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [workspace, queries])
}
