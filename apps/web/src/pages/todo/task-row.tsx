import { RetweetOutlined } from '@ant-design/icons'
import type { ToDoTask } from '@pipewright/contract'
import { listed, useUiLocale } from '@pipewright/ui'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWaitingHere } from '../../offline/own-waiting.ts'
import type { Waiting } from '../../offline/waiting.ts'
import { isOver, isTicked, waitingOf } from '../../offline/waiting-tasks.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { datesOfForm, wayOf } from './record-dates.ts'
import { dueWords } from './due-words.ts'
import { RemovalBack } from './removal-back.tsx'
import { TaskEdit } from './task-edit.tsx'
import { TaskTick } from './task-tick.tsx'
import { TodoMark } from './todo-mark.tsx'

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

/** Whether what waits may still become something else. */
const isOpen = ({ tried, trouble }: Waiting): boolean => tried === null && trouble?.kind !== 'conflict'

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
  const waiting = waitingOf(useWaitingHere(), task.id)
  const { made, change } = waiting
  const isDone = isTicked(waiting)
  const isRemoved = waiting.removal !== undefined
  const mayEdit = !isDone && !isRemoved && [made, change].every((one) => one === undefined || isOpen(one))
  const isMine = task.createdBy === app.member.id || task.assignees.includes(app.member.id)
  const others = task.assignees
    .filter((id) => id !== app.member.id)
    .map((id) => app.people.find((person) => person.id === id)?.name ?? '–')
  const relative = useRelativeWords(task)
  const about = [
    ...(task.day === null ? [] : [dueWords(task.day, task.time, locale)]),
    ...(relative === undefined ? [] : [relative]),
    ...(others.length === 0 ? [] : [listed(others, locale)]),
  ]
  return (
    <li className="todo-row">
      {isMine && !isRemoved && <TaskTick id={task.id} title={task.title} waiting={waiting} />}
      <span className="todo-words">
        <span className={isOver(waiting) ? 'todo-ticked' : undefined}>{task.title}</span>
        <span className="todo-about">
          {about.join(' · ')}
          {task.repeat !== null && <RetweetOutlined className="todo-repeat" title={text('taskRepeats')} />}
          {!onRecord && task.record !== null && (
            <Link to={workspacePath(app, `/f/${task.form ?? ''}/${task.record}`)}>
              {task.recordTitle === '' ? text('openRecord') : task.recordTitle}
            </Link>
          )}
          <TodoMark id={task.id} />
        </span>
      </span>
      {isMine && mayEdit && <TaskEdit task={task} made={made} />}
      {waiting.removal !== undefined && <RemovalBack removal={waiting.removal} title={task.title} />}
      {!isDone && !isRemoved && made === undefined && tools}
    </li>
  )
}
