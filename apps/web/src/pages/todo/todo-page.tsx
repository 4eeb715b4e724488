import { ProblemError, type Task } from '@pipewright/contract'
import { EmptyState, ErrorNotice, PageHeader, RowsSkeleton } from '@pipewright/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { appKey } from '../../queries/app.ts'
import { client } from '../../queries/client.ts'
import { refreshRecords } from '../../queries/records.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { TaskCard } from './task-card.tsx'

/** What waits for the member's decision. */
export function TodoPage() {
  const app = useWorkspace()
  const text = useText()
  const queries = useQueryClient()
  const workspace = app.workspace.key
  const tasks = useQuery({
    queryKey: ['tasks', workspace],
    queryFn: () => client.call('listTasks', { params: { workspace } }),
  })
  const title = text('todo')
  usePageTitle(title)
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['tasks', workspace] })
    void refreshRecords(queries)
    void queries.invalidateQueries({ queryKey: appKey(workspace) })
  }
  const list: readonly Task[] = tasks.data?.tasks ?? []
  return (
    <>
      <PageHeader title={title} />
      <div className="page-body">
        {tasks.isPending && <RowsSkeleton />}
        {tasks.isError && (
          <ErrorNotice
            problem={tasks.error instanceof ProblemError ? tasks.error.problem : null}
            onRetry={() => void tasks.refetch()}
          />
        )}
        {tasks.isSuccess && list.length === 0 && (
          <EmptyState icon="check-circle" title={text('todoEmpty')} text={text('todoEmptyHint')} />
        )}
        {list.map((task) => (
          <TaskCard key={task.id} task={task} onDone={refresh} />
        ))}
      </div>
    </>
  )
}
