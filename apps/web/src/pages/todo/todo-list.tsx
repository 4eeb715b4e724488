import { ProblemError, type TodoGroup, type TodoItem } from '@pipewright/contract'
import { EmptyState, ErrorNotice, RowsSkeleton } from '@pipewright/ui'
import { useText } from '../../texts/use-text.ts'
import { TodoEntry } from './todo-entry.tsx'
import './todo.css'
import { itemId } from './use-todo.ts'
import { todoGroups, useTodoHere } from './use-todo-here.ts'

const labels = {
  overdue: 'todoOverdue',
  today: 'todoToday',
  week: 'todoWeek',
  later: 'todoLater',
} as const satisfies Record<TodoGroup, string>

function Group(props: { title: string; items: readonly TodoItem[]; isOverdue?: boolean }) {
  if (props.items.length === 0) return null
  return (
    <section aria-label={props.title}>
      <h2 className={props.isOverdue === true ? 'todo-group todo-overdue' : 'todo-group'}>
        {props.title} <span className="todo-count">{props.items.length}</span>
      </h2>
      <ul className="todo-list">
        {props.items.map((item) => (
          <TodoEntry key={itemId(item)} item={item} />
        ))}
      </ul>
    </section>
  )
}

/** What waits for the member, by when: approvals, tasks and follow-ups in one list. Finds its data itself. */
export function TodoList() {
  const text = useText()
  const { todo, open, snoozed } = useTodoHere()
  return (
    <>
      {todo.isPending && <RowsSkeleton />}
      {todo.isError && (
        <ErrorNotice
          problem={todo.error instanceof ProblemError ? todo.error.problem : null}
          onRetry={() => void todo.refetch()}
        />
      )}
      {todo.isSuccess && open.length === 0 && (
        <EmptyState icon="check-circle" title={text('todoEmpty')} text={text('todoEmptyHint')} />
      )}
      {todoGroups.map((group) => (
        <Group
          key={group}
          title={text(labels[group])}
          isOverdue={group === 'overdue'}
          items={open.filter((item) => item.group === group)}
        />
      ))}
      {todo.data?.more === true && <p className="quiet">{text('todoMore')}</p>}
      {snoozed.length > 0 && (
        <details className="todo-snoozed">
          <summary>{text('todoSnoozed', { count: snoozed.length })}</summary>
          <ul className="todo-list">
            {snoozed.map((item) => (
              <TodoEntry key={itemId(item)} item={item} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
