import { CheckOutlined, EditOutlined, RetweetOutlined } from '@ant-design/icons'
import type { ToDoTask } from '@pipewright/contract'
import { useSay, useUiLocale } from '@pipewright/ui'
import { Button } from 'antd'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { datesOfForm, wayOf } from './record-dates.ts'
import { dueWords } from './due-words.ts'
import { useTodoAct } from './use-todo.ts'

const TaskDialog = lazy(async () => ({ default: (await import('./task-dialog.tsx')).TaskDialog }))

/** Ticks a task off, and says how to take that back. */
function useTick(id: string): () => Promise<void> {
  const text = useText()
  const act = useTodoAct()
  const { message } = useSay()
  return async () => {
    if (!(await act.complete(id, true))) return
    const key = `done ${id}`
    const back = () => {
      message.destroy(key)
      void act.complete(id, false)
    }
    message.success({
      key,
      content: (
        <>
          {text('taskDone')}
          <Button type="link" size="small" onClick={back}>
            {text('undo')}
          </Button>
        </>
      ),
    })
  }
}

/** By which date of its record a task is due, in words. */
function useRelativeWords({ form, relative }: ToDoTask): string | undefined {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const date = datesOfForm(app.definition, form, locale).find(({ key }) => key === relative?.field)
  if (relative === null || date === undefined) return undefined
  const { count } = relative
  const field = date.label
  return count === 0 ? text('relativeOn', { field }) : text(`relative_${wayOf(relative)}`, { count, field })
}

interface TaskRowProps {
  readonly task: ToDoTask
  readonly tools: ReactNode
  /** It stands on its record, where its record need not be named and tasks of others are seen too. */
  readonly onRecord?: boolean
}

/** A task: tick it off (and take that back), open it, put it off. What others have to do is only seen. */
export function TaskRow({ task, tools, onRecord = false }: TaskRowProps) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const [editing, setEditing] = useState(false)
  const isMine = task.createdBy === app.member.id || task.assignees.includes(app.member.id)
  const others = task.assignees
    .filter((id) => id !== app.member.id)
    .map((id) => app.people.find((person) => person.id === id)?.name ?? '–')
  const relative = useRelativeWords(task)
  const about = [
    ...(task.day === null ? [] : [dueWords(task.day, task.time, locale)]),
    ...(relative === undefined ? [] : [relative]),
    ...(others.length === 0 ? [] : [others.join(locale === 'zh' ? '、' : ', ')]),
  ]
  const done = useTick(task.id)
  return (
    <li className="todo-row">
      {isMine && (
        <Button
          shape="circle"
          icon={<CheckOutlined className="todo-tick" />}
          aria-label={`${text('todoDone')}: ${task.title}`}
          title={text('todoDone')}
          onClick={() => void done()}
        />
      )}
      <span className="todo-words">
        <span>{task.title}</span>
        <span className="todo-about">
          {about.join(' · ')}
          {task.repeat !== null && <RetweetOutlined className="todo-repeat" title={text('taskRepeats')} />}
          {!onRecord && task.record !== null && (
            <Link to={workspacePath(app, `/f/${task.form ?? ''}/${task.record}`)}>
              {task.recordTitle === '' ? text('openRecord') : task.recordTitle}
            </Link>
          )}
        </span>
      </span>
      {isMine && (
        <Button
          type="text"
          icon={<EditOutlined />}
          aria-label={`${text('edit')}: ${task.title}`}
          title={text('edit')}
          onClick={() => setEditing(true)}
        />
      )}
      {tools}
      {editing && (
        <Suspense fallback={null}>
          <TaskDialog task={task} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </li>
  )
}
