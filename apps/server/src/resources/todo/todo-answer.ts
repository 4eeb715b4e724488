import type { ToDoTask, TodoGroup, TodoItem } from '@pipewright/contract'
import {
  dayIn,
  listFollowUps,
  listMyTasks,
  listOpenTasks,
  listSnoozes,
  weekEnd,
  type Database,
  type ListedTask,
} from '@pipewright/db'
import type { MemberScene } from '../../scene/member-scene.ts'
import { taskAnswer } from '../approvals/task-answer.ts'

/** A task as the contract tells it. */
export function toDoTask(task: ListedTask): ToDoTask {
  const { doneAt: _doneAt, zone: _zone, repeat, assignees, ...rest } = task
  return { ...rest, assignees: [...assignees], repeat: repeat as ToDoTask['repeat'] }
}

const order: readonly TodoGroup[] = ['overdue', 'today', 'week', 'later']
const rankOf = ({ group }: TodoItem): number => order.indexOf(group)

const dayOf = (item: TodoItem): string => {
  if (item.type === 'task') return `${item.task.day ?? '9999'} ${item.task.time ?? ''}`
  return item.type === 'followUp' ? item.followUp.day : ''
}

/** Everything that waits for the member, the most urgent first; what was put off at the end. */
export async function todoAnswer(
  database: Database,
  scene: MemberScene,
): Promise<{ items: TodoItem[]; more: boolean }> {
  const { zone, calendar } = scene.actor
  const today = dayIn(zone, scene.now)
  const sunday = weekEnd(today, calendar?.weekStart ?? 1)
  const groupOf = (day: string | null): TodoGroup => {
    if (day === null) return 'later'
    if (day < today) return 'overdue'
    if (day === today) return 'today'
    return day <= sunday ? 'week' : 'later'
  }
  const [approvals, mine, due, snoozes] = await Promise.all([
    listOpenTasks(database, scene),
    listMyTasks(database, scene),
    listFollowUps(database, scene),
    listSnoozes(database, scene),
  ])
  const shown = (id: string, day: string | null) => {
    const until = snoozes.get(id) ?? null
    return { snoozedUntil: until, group: groupOf(until === null ? day : dayIn(zone, until)) }
  }
  const waiting = await Promise.all(approvals.map((task) => taskAnswer(database, scene, task)))
  const items: TodoItem[] = [
    ...waiting.map((approval) => ({
      type: 'approval' as const,
      ...shown(approval.id, today),
      approval,
    })),
    ...mine.tasks.map((task) => ({
      type: 'task' as const,
      ...shown(task.id, task.day),
      task: toDoTask(task),
    })),
    ...due.followUps.map((followUp) => ({
      type: 'followUp' as const,
      ...shown(followUp.record, followUp.day),
      followUp: { ...followUp },
    })),
  ]
  const sorted = items.toSorted(
    (one, other) => rankOf(one) - rankOf(other) || dayOf(one).localeCompare(dayOf(other)),
  )
  return { items: sorted, more: mine.more || due.more }
}
