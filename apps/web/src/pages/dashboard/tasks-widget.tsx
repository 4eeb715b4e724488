import { ProblemError, type Task } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { Moment } from '@pipewright/renderer'
import { ErrorNotice, RowsSkeleton, useUiLocale } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { client } from '../../queries/client.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { WidgetCard } from './widget-card.tsx'

function TaskLine({ task }: { readonly task: Task }) {
  const app = useWorkspace()
  const locale = useUiLocale()
  const form = app.definition.forms.find(({ key }) => key === task.form)
  const by = app.people.find(({ id }) => id === task.requestedBy)?.name ?? '–'
  return (
    <li>
      <Link to={workspacePath(app, '/todo')}>
        {localize(form?.label, locale)} · {task.title}
      </Link>
      <span className="widget-quiet">
        {by}, <Moment at={task.at} />
      </span>
    </li>
  )
}

/** What waits for the reader's decision, oldest first as on his list of things to do. */
export function TasksWidget({ title }: { readonly title: string }) {
  const app = useWorkspace()
  const text = useText()
  const workspace = app.workspace.key
  const tasks = useQuery({
    queryKey: ['tasks', workspace],
    queryFn: () => client.call('listTasks', { params: { workspace } }),
  })
  const list = tasks.data?.tasks ?? []
  return (
    <WidgetCard title={title} actions={<Link to={workspacePath(app, '/todo')}>{text('openTodo')}</Link>}>
      {tasks.isPending && <RowsSkeleton rows={2} />}
      {tasks.isError && (
        <ErrorNotice
          problem={tasks.error instanceof ProblemError ? tasks.error.problem : null}
          onRetry={() => void tasks.refetch()}
        />
      )}
      {tasks.isSuccess && list.length === 0 && <p className="widget-quiet">{text('todoEmpty')}</p>}
      <ul className="widget-list">
        {list.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
      </ul>
    </WidgetCard>
  )
}
