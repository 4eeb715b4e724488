import type { HistoryEvent, RecordAnswer } from '@pipewright/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { client } from '../../../queries/client.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'

/** What a field was given, by whom and when, newest first; and what records in it are called. */
export function useFieldHistory(form: string, { id, version }: RecordAnswer, field: string) {
  const params = { workspace: useWorkspace().workspace.key, form, id }
  const pages = useInfiniteQuery({
    queryKey: ['records', params.workspace, form, 'field-history', id, field, version],
    queryFn: ({ pageParam }) =>
      client.call('getHistory', {
        params,
        query: { field, ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const known = pages.data?.pages ?? []
  const valuesOf = ({ changes, ...event }: HistoryEvent) =>
    changes.map((change) => ({ id: event.id, at: event.at, member: event.member, value: change.new }))
  return {
    pages,
    past: known.flatMap(({ events }) => events.flatMap(valuesOf)),
    titles: Object.assign({}, ...known.map(({ titles }) => titles)) as Readonly<Record<string, string>>,
  }
}
