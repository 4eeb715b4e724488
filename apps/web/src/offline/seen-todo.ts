import type { ToDoTask, TodoItem } from '@pipewright/contract'
import type { KeptAnswer } from './kept-answers.ts'

const idOf = (item: TodoItem): string => {
  if (item.type === 'approval') return item.approval.id
  return item.type === 'task' ? item.task.id : item.followUp.record
}

const asItem = (task: ToDoTask): TodoItem => ({ type: 'task', group: 'later', snoozedUntil: null, task })

function itemsIn({ route, answer }: KeptAnswer): readonly TodoItem[] {
  if (route === 'listTodo') return (answer as { items: TodoItem[] }).items
  return route === 'listRecordTasks' ? (answer as { tasks: ToDoTask[] }).tasks.map(asItem) : []
}

/** Something that is to be done, as the newest of the kept lists has it. */
export function seenTodo(kept: readonly KeptAnswer[], id: string): TodoItem | undefined {
  const newestFirst = kept.toSorted((one, other) => other.at - one.at)
  for (const answer of newestFirst) {
    const found = itemsIn(answer).find((item) => idOf(item) === id)
    if (found !== undefined) return found
  }
  return undefined
}
