import { ProblemError, type TodoItem } from '@pipewright/contract'
import { ErrorNotice, RowsSkeleton, useUiLocale } from '@pipewright/ui'
import { Link } from 'react-router'
import { useWaitingHere } from '../../offline/own-waiting.ts'
import { isOver, waitingOf } from '../../offline/waiting-tasks.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import '../todo/todo.css'
import { dueWords } from '../todo/due-words.ts'
import { TodoMark } from '../todo/todo-mark.tsx'
import { itemId } from '../todo/use-todo.ts'
import { useTodoHere } from '../todo/use-todo-here.ts'
import { WidgetCard } from './widget-card.tsx'

function wordsOf(item: TodoItem, locale: string): { readonly title: string; readonly due: string } {
  if (item.type === 'approval') return { title: item.approval.title, due: '' }
  const { title, day } = item.type === 'task' ? item.task : item.followUp
  const time = item.type === 'task' ? item.task.time : null
  return { title, due: day === null ? '' : dueWords(day, time, locale) }
}

const kinds = { approval: 'approvals', task: 'taskEdit', followUp: 'followUp' } as const

function TodoLine({ item }: { readonly item: TodoItem }) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const { title, due } = wordsOf(item, locale)
  const waiting = waitingOf(useWaitingHere(), itemId(item))
  return (
    <li>
      <Link to={workspacePath(app, '/todo')}>
        <span className={isOver(waiting) ? 'todo-ticked' : undefined}>{title}</span>
      </Link>
      <span className="todo-about">
        {due === '' ? text(kinds[item.type]) : `${text(kinds[item.type])} · ${due}`}
        <TodoMark id={itemId(item)} />
      </span>
    </li>
  )
}

/** What waits for the reader, the most urgent first as on the list of things to do. */
export function TasksWidget({ title }: { readonly title: string }) {
  const app = useWorkspace()
  const text = useText()
  const { todo, open } = useTodoHere()
  return (
    <WidgetCard title={title} actions={<Link to={workspacePath(app, '/todo')}>{text('openTodo')}</Link>}>
      {todo.isPending && <RowsSkeleton rows={2} />}
      {todo.isError && (
        <ErrorNotice
          problem={todo.error instanceof ProblemError ? todo.error.problem : null}
          onRetry={() => void todo.refetch()}
        />
      )}
      {todo.isSuccess && open.length === 0 && <p className="widget-quiet">{text('todoEmpty')}</p>}
      <ul className="widget-list">
        {open.map((item) => (
          <TodoLine key={itemId(item)} item={item} />
        ))}
      </ul>
    </WidgetCard>
  )
}
