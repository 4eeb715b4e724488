import type { TodoItem } from '@pipewright/contract'
import { useWaitingHere } from '../../offline/own-waiting.ts'
import { waitingOf } from '../../offline/waiting-tasks.ts'
import { SnoozeMenu } from './snooze-menu.tsx'
import { TaskCard } from './task-card.tsx'
import { FollowUpRow } from './follow-up-row.tsx'
import { TaskRow } from './task-row.tsx'
import { TodoMark } from './todo-mark.tsx'
import { itemId, useRefreshTodo, useTodoAct } from './use-todo.ts'

const nameOf = (item: TodoItem): string => {
  if (item.type === 'approval') return item.approval.title
  return item.type === 'task' ? item.task.title : item.followUp.title
}

/** One line of the list, by what it is. */
export function TodoEntry({ item }: { item: TodoItem }) {
  const { snooze } = useTodoAct()
  const refresh = useRefreshTodo()
  const { decision } = waitingOf(useWaitingHere(), itemId(item))
  // A task and a decision say it themselves.
  const isMarked = item.type !== 'task' && decision === undefined
  const menu = (
    <>
      {isMarked && <TodoMark id={itemId(item)} />}
      <SnoozeMenu
        name={nameOf(item)}
        isSnoozed={item.snoozedUntil !== null}
        onSnooze={(until) => void snooze(itemId(item), until)}
      />
    </>
  )
  if (item.type === 'approval')
    return (
      <li>
        <TaskCard task={item.approval} tools={menu} onDone={refresh} />
      </li>
    )
  if (item.type === 'followUp') return <FollowUpRow followUp={item.followUp} tools={menu} />
  return <TaskRow task={item.task} tools={menu} />
}
