import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../../queries/client.ts'
import { notificationsKey, unreadKey } from '../../queries/unread.ts'

/** The member's notifications, a page at a time, and how to mark them as read. */
export function useNotifications(workspace: string, { unread }: { readonly unread: boolean }) {
  const queries = useQueryClient()
  const list = useInfiniteQuery({
    queryKey: [...notificationsKey(workspace), unread],
    queryFn: ({ pageParam }) =>
      client.call('listNotifications', {
        params: { workspace },
        query: {
          ...(pageParam === null ? {} : { after: pageParam }),
          ...(unread ? { unread: 'true' as const } : {}),
        },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const mark = async (ids?: readonly string[]) => {
    const answer = await client.call('readNotifications', {
      params: { workspace },
      body: ids === undefined ? {} : { ids: [...ids] },
    })
    queries.setQueryData(unreadKey(workspace), answer.unread)
    await queries.invalidateQueries({ queryKey: notificationsKey(workspace) })
  }
  return {
    list,
    items: list.data?.pages.flatMap(({ items }) => items) ?? [],
    read: (ids?: readonly string[]) => void mark(ids),
  }
}
