import type { TodoItem } from '@pipewright/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSay } from '@pipewright/ui'
import { appKey } from '../../queries/app.ts'
import { client } from '../../queries/client.ts'
import { refreshRecords } from '../../queries/records.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { newChangeSet } from '../../undo/new-change-set.ts'

const freshMs = 60_000

export const itemId = (item: TodoItem): string => {
  if (item.type === 'approval') return item.approval.id
  return item.type === 'task' ? item.task.id : item.followUp.record
}

/** What waits for the member; asked again with every change of tasks, and as the clock goes on. */
export function useTodo() {
  const workspace = useWorkspace().workspace.key
  return useQuery({
    queryKey: ['tasks', workspace],
    queryFn: () => client.call('listTodo', { params: { workspace } }),
    refetchInterval: freshMs,
  })
}

/** Looks again at everything that shows what is to be done. */
export function useRefreshTodo(): () => void {
  const workspace = useWorkspace().workspace.key
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: ['tasks', workspace] })
    void queries.invalidateQueries({ queryKey: appKey(workspace) })
    void refreshRecords(queries)
  }
}

/** Does something with what is to be done, says so when it fails, and looks again. */
export function useTodoAct() {
  const workspace = useWorkspace().workspace.key
  const refresh = useRefreshTodo()
  const text = useText()
  const { message } = useSay()
  const act = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work()
      return true
    } catch {
      message.error(text('todoFailed'))
      return false
    } finally {
      refresh()
    }
  }
  return {
    snooze: (id: string, until: string | null) =>
      act(() => client.call('snoozeTodo', { params: { workspace, id }, body: { until } })),
    complete: (id: string, done: boolean) =>
      act(() => client.call('completeTask', { params: { workspace, id }, body: { done } })),
    /** The next follow-up of a record: another day, or none. */
    followUp: (
      { form, record, field, version }: { form: string; record: string; field: string; version: number },
      day: string | null,
      set: string = newChangeSet(),
    ) =>
      act(() =>
        client.call('updateRecord', {
          params: { workspace, form, id: record },
          body: { version, values: { [field]: day } },
          changeSet: { id: set },
        }),
      ),
  }
}
