import { ProblemError, type TodoItem } from '@pipewright/contract'
import { ErrorNotice, RowsSkeleton, useUiLocale } from '@pipewright/ui'
import { Link } from 'react-router'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { dueWords } from '../todo/due-words.ts'
import { itemId, useTodo } from '../todo/use-todo.ts'
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
  return (
    <li>
      <Link to={workspacePath(app, '/todo')}>{title}</Link>
      <span className="widget-quiet">
        {due === '' ? text(kinds[item.type]) : `${text(kinds[item.type])} · ${due}`}
      </span>
    </li>
  )
}

/** What waits for the reader, the most urgent first as on the list of things to do. */
export function TasksWidget({ title }: { readonly title: string }) {
  const app = useWorkspace()
  const text = useText()
  const todo = useTodo()
  const list = (todo.data?.items ?? []).filter(({ snoozedUntil }) => snoozedUntil === null)
  return (
    <WidgetCard title={title} actions={<Link to={workspacePath(app, '/todo')}>{text('openTodo')}</Link>}>
      {todo.isPending && <RowsSkeleton rows={2} />}
      {todo.isError && (
        <ErrorNotice
          problem={todo.error instanceof ProblemError ? todo.error.problem : null}
          onRetry={() => void todo.refetch()}
        />
      )}
      {todo.isSuccess && list.length === 0 && <p className="widget-quiet">{text('todoEmpty')}</p>}
      <ul className="widget-list">
        {list.map((item) => (
          <TodoLine key={itemId(item)} item={item} />
        ))}
      </ul>
    </WidgetCard>
  )
}
