import { ProblemError, type TodoItem } from '@pipewright/contract'
import { useRenderer } from '@pipewright/renderer'
import { EmptyState, ErrorNotice, RowsSkeleton } from '@pipewright/ui'
import { useWaitingHere } from '../../offline/own-waiting.ts'
import { withTasksHere } from '../../offline/waiting-tasks.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { TodoEntry } from './todo-entry.tsx'
import './todo.css'
import { itemId, useTodo } from './use-todo.ts'

const groups = [
  { group: 'overdue', label: 'todoOverdue' },
  { group: 'today', label: 'todoToday' },
  { group: 'week', label: 'todoWeek' },
  { group: 'later', label: 'todoLater' },
] as const

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

const none: readonly TodoItem[] = []

/** What the server lists, with what was done here meanwhile. */
function useItems(listed = none): readonly TodoItem[] {
  const { member, workspace } = useWorkspace()
  const { now, zone } = useRenderer()
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(now()))
  return withTasksHere(listed, useWaitingHere(), {
    me: member.id,
    today,
    weekStart: workspace.calendar.weekStart,
  })
}

/** What waits for the member, by when: approvals, tasks and follow-ups in one list. Finds its data itself. */
export function TodoList() {
  const text = useText()
  const todo = useTodo()
  const items = useItems(todo.data?.items)
  const open = items.filter(({ snoozedUntil }) => snoozedUntil === null)
  const snoozed = items.filter(({ snoozedUntil }) => snoozedUntil !== null)
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
      {groups.map(({ group, label }) => (
        <Group
          key={group}
          title={text(label)}
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
