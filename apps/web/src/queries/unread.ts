import { skipToken, useQuery } from '@tanstack/react-query'

export const notificationsKey = (workspace: string) => ['notifications', workspace] as const
export const unreadKey = (workspace: string) => ['unread', workspace] as const

/** How many notifications are unread, as the workspace's events tell. */
export function useUnread(workspace: string): number {
  const { data } = useQuery<number>({ queryKey: unreadKey(workspace), queryFn: skipToken })
  return data ?? 0
}
