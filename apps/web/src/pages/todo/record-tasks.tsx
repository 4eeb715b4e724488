import { useQuery } from '@tanstack/react-query'
import { client } from '../../queries/client.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { NewTaskButton } from './new-task-button.tsx'
import { TaskRow } from './task-row.tsx'
import './todo.css'

/** What is to be done with a record, by whomever; its own tasks a member ticks off here. */
export function RecordTasks({ form, record }: { readonly form: string; readonly record: string }) {
  const workspace = useWorkspace().workspace.key
  const text = useText()
  const tasks = useQuery({
    queryKey: ['tasks', workspace, form, record],
    queryFn: () => client.call('listRecordTasks', { params: { workspace, form, id: record } }),
  })
  const open = tasks.data?.tasks ?? []
  return (
    <section aria-label={text('recordTasks')} className="record-tasks">
      <header className="record-tasks-head">
        <h2>{text('recordTasks')}</h2>
        <NewTaskButton about={{ form, record }} />
      </header>
      {open.length > 0 && (
        <ul className="todo-list">
          {open.map((task) => (
            <TaskRow key={task.id} task={task} tools={null} onRecord />
          ))}
        </ul>
      )}
    </section>
  )
}
