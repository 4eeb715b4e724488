import { ProblemError, type TimelineKind } from '@pipewright/contract'
import { useRenderer } from '@pipewright/renderer'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { listed, useSay, useUiLocale } from '@pipewright/ui'
import { client } from '../../../queries/client.ts'
import { tellsOf } from '../../../queries/around.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import type { CommentDraft } from './comment-draft.ts'
import { withTokens } from './comment-parts.ts'

export interface TalkSite {
  readonly form: string
  readonly id: string
}

const keyOf = (workspace: string, { form, id }: TalkSite) => ['records', workspace, form, 'timeline', id]

/** What happened to a record, and to those of the forms `around` it, and was said about them, page by page. */
export function useTimeline(site: TalkSite, kind: TimelineKind | undefined, around: readonly string[]) {
  const { workspace } = useWorkspace()
  const timeline = useInfiniteQuery({
    queryKey: [...keyOf(workspace.key, site), around, kind ?? 'all'],
    queryFn: ({ pageParam }) =>
      client.call('getTimeline', {
        params: { workspace: workspace.key, ...site },
        query: {
          ...(kind === undefined ? {} : { kind }),
          ...(around.length === 0 ? {} : { related: 'true' as const }),
          ...(pageParam === null ? {} : { after: pageParam }),
        },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const pages = timeline.data?.pages ?? []
  return {
    entries: pages.flatMap((page) => page.entries),
    titles: Object.assign({}, ...pages.map((page) => page.titles)) as Record<string, string>,
    loading: timeline.isPending,
    loadingMore: timeline.isFetchingNextPage,
    failed: timeline.isError,
    retry: () => void timeline.refetch(),
    hasMore: timeline.hasNextPage,
    onMore: () => void timeline.fetchNextPage(),
  }
}

/** Sends, changes and removes comments; a refusal is said and answers false, and what was written stays. */
export function useTalk(site: TalkSite) {
  const { workspace } = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const queries = useQueryClient()
  const { message } = useSay()
  const { titles } = useRenderer()
  const params = { workspace: workspace.key, ...site }
  const attempt = async (act: () => Promise<{ unreached: readonly string[] } | undefined>) => {
    try {
      const done = await act()
      await Promise.all([
        queries.invalidateQueries({ queryKey: keyOf(workspace.key, site) }),
        queries.invalidateQueries({ queryKey: ['records', workspace.key], predicate: tellsOf(site.form) }),
      ])
      const names = (done?.unreached ?? []).map((id) => titles.find(id) ?? text('somebody'))
      if (names.length > 0) message.warning(text('mentionUnreached', { names: listed(names, locale) }))
      return true
    } catch (error) {
      const problem = error instanceof ProblemError ? error.problem : undefined
      message.error(problem?.errors?.[0]?.message ?? problem?.title ?? text('offline'))
      return false
    }
  }
  const bodyOf = (draft: CommentDraft) => ({
    text: withTokens(draft.text, draft.mentions),
    files: [...draft.files],
  })
  return {
    send: (draft: CommentDraft) =>
      attempt(() =>
        client.call('createComment', {
          params,
          body: {
            ...bodyOf(draft),
            ...(draft.replyTo === null ? {} : { replyTo: draft.replyTo.id }),
            ...(draft.field === null ? {} : { field: draft.field }),
          },
          idempotencyKey: draft.sending,
        }),
      ),
    change: (comment: string, draft: CommentDraft) =>
      attempt(() => client.call('updateComment', { params: { ...params, comment }, body: bodyOf(draft) })),
    remove: (comment: string) =>
      attempt(async () => {
        await client.call('deleteComment', { params: { ...params, comment } })
        return undefined
      }),
  }
}
