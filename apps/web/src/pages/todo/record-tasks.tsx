import { useQuery } from '@tanstack/react-query'
import { useWaitingHere } from '../../offline/own-waiting.ts'
import { changedHere, tasksMadeHere } from '../../offline/waiting-tasks.ts'
import { client } from '../../queries/client.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { RemindMe } from './remind-me.tsx'
import { NewTaskButton } from './new-task-button.tsx'
import { TaskRow } from './task-row.tsx'
import './todo.css'

interface RecordTasksProps {
  readonly form: string
  readonly record: string
  /** Also what is to be done with the records in its related lists. */
  readonly related?: boolean
}

/** What is to be done with a record, by whomever; its own tasks a member ticks off here. */
export function RecordTasks({ form, record, related = false }: RecordTasksProps) {
  const app = useWorkspace()
  const workspace = app.workspace.key
  const text = useText()
  const tasks = useQuery({
    queryKey: ['tasks', workspace, form, record, related],
    queryFn: () =>
      client.call('listRecordTasks', {
        params: { workspace, form, id: record },
        query: related ? { related: 'true' } : {},
      }),
  })
  const waiting = useWaitingHere()
  const made = tasksMadeHere(waiting, app.member.id, record)
  const open = [...made, ...(tasks.data?.tasks ?? []).map((task) => changedHere(task, waiting))]
  return (
    <section aria-label={text('recordTasks')} className="record-tasks">
      <header className="record-tasks-head">
        <h2>{text('recordTasks')}</h2>
        <span className="record-tasks-new">
          <RemindMe form={form} record={record} />
          <NewTaskButton about={{ form, record }} />
        </span>
      </header>
      {open.length > 0 && (
        <ul className="todo-list">
          {open.map((task) => (
            <TaskRow key={task.id} task={task} tools={null} onRecord={task.record === record} />
          ))}
        </ul>
      )}
      {tasks.data?.more === true && (
        <p className="pw-quiet">{text('recordTasksMore', { count: open.length })}</p>
      )}
    </section>
  )
}
