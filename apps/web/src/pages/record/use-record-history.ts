import type { RecordHistory } from '@pipewright/renderer'
import { useHistory } from '../../queries/records.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'

/** The changes of a record, asked for when they are looked at. */
export function useRecordHistory(form: string, id: string, wanted: boolean): RecordHistory {
  const history = useHistory(useWorkspace().workspace.key, form, id, wanted)
  const pages = history.data?.pages ?? []
  return {
    events: pages.flatMap((page) => page.events),
    titles: Object.assign({}, ...pages.map((page) => page.titles)) as Record<string, string>,
    loading: history.isPending,
    hasMore: history.hasNextPage,
    onMore: () => void history.fetchNextPage(),
  }
}
