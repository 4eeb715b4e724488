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

/** Decided and ticked off on the list of things to do; followed up on the record itself. */
const placeOf = (item: TodoItem): string =>
  item.type === 'followUp' ? `/f/${item.followUp.form}/${item.followUp.record}` : '/todo'

const kinds = { approval: 'approvals', task: 'taskEdit', followUp: 'followUp' } as const

function TodoLine({ item }: { readonly item: TodoItem }) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const { title, due } = wordsOf(item, locale)
  const waiting = waitingOf(useWaitingHere(), itemId(item))
  return (
    <li>
      <Link to={workspacePath(app, placeOf(item))}>
        <span className={isOver(waiting) ? 'todo-ticked' : undefined}>{title}</span>
      </Link>
      <span className="todo-about">
        {due === '' ? text(kinds[item.type]) : `${text(kinds[item.type])} · ${due}`}
        <TodoMark id={itemId(item)} />
      </span>
    </li>
  )
}

export interface TasksWidgetProps {
  readonly title: string
  /** Kinds that are listed; all when left out. */
  readonly only?: readonly TodoItem['type'][] | undefined
}

/** What waits for the reader, the most urgent first as on the list of things to do. */
export function TasksWidget({ title, only }: TasksWidgetProps) {
  const app = useWorkspace()
  const text = useText()
  const { todo, open } = useTodoHere()
  const shown = only === undefined ? open : open.filter(({ type }) => only.includes(type))
  return (
    <WidgetCard title={title} actions={<Link to={workspacePath(app, '/todo')}>{text('openTodo')}</Link>}>
      {todo.isPending && <RowsSkeleton rows={2} />}
      {todo.isError && (
        <ErrorNotice
          problem={todo.error instanceof ProblemError ? todo.error.problem : null}
          onRetry={() => void todo.refetch()}
        />
      )}
      {todo.isSuccess && shown.length === 0 && (
        <p className="widget-quiet">{text(only === undefined ? 'todoEmpty' : 'todoEmptyKind')}</p>
      )}
      <ul className="widget-list">
        {shown.map((item) => (
          <TodoLine key={itemId(item)} item={item} />
        ))}
      </ul>
    </WidgetCard>
  )
}
